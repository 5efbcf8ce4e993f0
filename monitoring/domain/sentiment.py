"""The tone of a mention: an own word-list scorer, a hint and never a decision.

It reads words with their negation ("niet leuk"), amplifiers ("heel boos"), emoji, and phrases that
mock in kind words ("bedankt voor niks"). Irony without such a sign escapes it; the certainty is
low there, and pages say so.
"""

from __future__ import annotations

from typing import Final

from governance.models.routing import Sentiment
from monitoring.domain import sentiment_words as words
from monitoring.domain.wording import PhraseBook, line, tokens

_NEGATION_REACH: Final = 3
_FLIP: Final = -0.85
_AMPLIFY: Final = 1.4
_DIMINISH: Final = 0.6
_BEFORE_A_TURN: Final = 0.5
_NEUTRAL_BELOW: Final = 1.2
_CERTAIN_FROM: Final = 4.0
_WEIGHTS: Final = {**words.WEIGHTS, **words.EMOJI}
_TELLING: Final = _WEIGHTS.keys() | words.TURNS
_PHRASES: Final = PhraseBook(words.PHRASES)


def judge(text: str) -> tuple[Sentiment, float]:
    """The tone of `text` and how certain that is (0 to 1)."""
    score = _score_of(text)
    if abs(score) < _NEUTRAL_BELOW:
        return Sentiment.NEUTRAL, round(1 - abs(score) / _NEUTRAL_BELOW / 2, 2)
    certainty = round(min(1.0, 0.4 + 0.6 * abs(score) / _CERTAIN_FROM), 2)
    return (Sentiment.POSITIVE if score > 0 else Sentiment.NEGATIVE), certainty


def _score_of(text: str) -> float:
    """Phrases first; their words do not count a second time."""
    phrases = _PHRASES.found(text)
    if not phrases:
        return _score(tokens(text))
    rest = line(text)
    for phrase, _ in phrases:
        rest = rest.replace(phrase, " · ")
    return _score(tuple(rest.split())) + sum(weight for _, weight in phrases)


def _score(read: tuple[str, ...]) -> float:
    score = 0.0
    for place in [place for place, word in enumerate(read) if word in _TELLING]:
        word = read[place]
        if word in words.TURNS:
            score *= _BEFORE_A_TURN
        else:
            score += _WEIGHTS[word] * _influence(read, place)
    return score


def _influence(read: tuple[str, ...], place: int) -> float:
    """What the words just before a weighed word do to it."""
    before = read[max(0, place - _NEGATION_REACH) : place]
    factor = 1.0
    if before and before[-1] in words.AMPLIFIERS:
        factor *= _AMPLIFY
    elif before and before[-1] in words.DIMINISHERS:
        factor *= _DIMINISH
    return factor * (_FLIP if not words.NEGATIONS.isdisjoint(before) else 1.0)
