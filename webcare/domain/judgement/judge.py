"""The learned judge: a model's answers as a proposal that a router can use.

The chance that a message is the crisis team's is held against two bars: from `likely` on it is an
alarm; from `possible` on a person must look, whatever else the message is. The word screen stays as
a net below: what it calls a plain threat is never filed away unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from governance.domain.routing import Utterance
from governance.models.routing import Threat
from webcare.domain.judgement.model import Answer, Model
from webcare.domain.judgement.opinion import CRISIS, Judgement
from webcare.domain.judgement.reading import READ_AT_MOST, Known, Reading

TEAM, TONE = "team", "tone"
"""The questions that a model answers. Danger is the chance that it is the crisis team's."""

_MOST_WORDS: Final = 5


@dataclass(frozen=True)
class Bars:
    """From which chance of danger on a message is an alarm, and from which on a person looks."""

    likely: float = 0.5
    possible: float = 0.1

    def level(self, chance: float, screened: str) -> Threat:
        """How grave it is; `screened` is what the word screen made of it."""
        if chance >= self.likely:
            return Threat.LIKELY
        if chance >= self.possible or screened == Threat.LIKELY:
            return Threat.POSSIBLE
        return Threat.NONE


@dataclass(frozen=True)
class LearnedJudge:
    """Judges with `model`; `known` are the names of the college that asks."""

    model: Model
    known: Known

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        return [self._judgement(utterance) for utterance in utterances]

    @property
    def bars(self) -> Bars:
        return Bars(**self.model.about.get("bars", {}))

    def _judgement(self, utterance: Utterance) -> Judgement | None:
        reading = Reading(utterance.text, utterance.author, utterance.platform, self.known)
        if not reading.words:
            return None
        answers = self.model.ask(reading)
        team, tone = answers[TEAM], answers[TONE]
        chance = team.chances.get(CRISIS, 0.0)
        level = self.bars.level(chance, utterance.threat)
        if level == Threat.NONE and _is_seen_beyond(utterance):
            level = Threat.POSSIBLE
        code, certainty = _team(team, level, chance)
        return Judgement(
            team=code,
            certainty=certainty,
            words=_words(reading, team, code),
            threat=level,
            threat_certainty=chance,
            threat_words=_threat_words(utterance, reading, team) if level != Threat.NONE else (),
            sentiment=tone.best,
            sentiment_certainty=tone.certainty,
        )


def _is_seen_beyond(utterance: Utterance) -> bool:
    """Whether the word screen doubts words that stand further on than the model reads."""
    if utterance.threat == Threat.NONE or len(utterance.text) <= READ_AT_MOST:
        return False
    read = utterance.text[:READ_AT_MOST].lower()
    return any(word not in read for word in utterance.threat_words)


def _team(answer: Answer, level: Threat, chance: float) -> tuple[str, float]:
    """Whose message it is: an alarm is the crisis team's, and nothing else is."""
    if level == Threat.LIKELY:
        return CRISIS, chance
    others = {code: share for code, share in answer.chances.items() if code != CRISIS}
    best = max(others, key=others.__getitem__)
    return best, others[best]


def _threat_words(utterance: Utterance, reading: Reading, team: Answer) -> tuple[str, ...]:
    """What the screen saw and what weighed most; a threat is never shown without its words."""
    found = dict.fromkeys((*utterance.threat_words, *_words(reading, team, CRISIS)))
    return tuple(found)[:_MOST_WORDS] or tuple(reading.text.split()[:_MOST_WORDS])


def _words(reading: Reading, answer: Answer, value: str) -> tuple[str, ...]:
    places = answer.because(value, at_most=_MOST_WORDS)
    written = (reading.as_written(reading.words[place]) for place in places)
    return tuple(dict.fromkeys(filter(None, written)))
