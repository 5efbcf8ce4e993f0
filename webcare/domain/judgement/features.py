"""What counts in a message: its words, the concepts they stand for, their letters, and its shape.

A feature is a name with a block in front: `w:` words and pairs of words, `c:` concepts (so that
two words for one thing count as one), `g:` pieces of words (for typos and compounds), `s:` shape.
Each knows the words it came from, so that a judgement can say why.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from governance.models.routing import Sentiment, Threat
from monitoring.domain import sentiment, threat
from webcare.domain.judgement.concepts import concepts
from webcare.domain.judgement.reading import SCHOOL, Reading

BLOCKS: Final = "wcgs"
"""The first letters of the features: words, concepts, pieces of words, shape."""

Places = set[int]
"""The numbers of the words that a feature came from."""

_PIECES: Final = (3, 4, 5)
_LONGEST_WORD: Final = 30
_LENGTHS: Final = (3, 6, 10, 16, 25, 40, 60)
_PLAINLY: Final = 0.7
_ASKING: Final = frozenset(
    [
        "wie",
        "wat",
        "waar",
        "wanneer",
        "waarom",
        "hoe",
        "welke",
        "welk",
        "hoeveel",
        "hoelang",
        "kan",
        "kun",
        "mag",
        "moet",
        "is",
        "zijn",
        "heeft",
        "heb",
        "hebben",
        "weet",
        "where",
        "what",
        "when",
        "how",
        "who",
        "which",
        "can",
        "do",
        "does",
        "is",
        "are",
        "why",
    ]
)
_TELLERS: Final = re.compile(
    r"nieuws|krant|courant|bode|dagblad|weekblad|omroep|radio|tv\b|televisie|redactie|journaal|"
    r"verslag|journalist|podcast|blog|media\b|pers\b|news|magazine|gazet|koerier|stem\b|fm\b"
)


def features(reading: Reading) -> dict[str, Places]:
    """Every feature of a message, with the words that it came from."""
    found: dict[str, Places] = defaultdict(set)
    for name, place in _words(reading.words):
        found[name].add(place)
    for name, places in concepts().found(reading.words):
        found[f"c:{name}"].update(places)
    for name in _shape(reading):
        found[name]  # a shape has no words
    return found


def _words(words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    before = "<"
    for place, word in enumerate(words):
        yield f"w:{word}", place
        yield f"w:{before} {word}", place
        before = word
        for piece in _pieces(word):
            yield piece, place


def _pieces(word: str) -> Iterator[str]:
    if len(word) > 2:
        padded = f" {word[:_LONGEST_WORD]} "
        for size in _PIECES:
            for start in range(len(padded) - size + 1):
                yield f"g:{padded[start : start + size]}"


def _hints(text: str) -> Iterator[str]:
    """What the word lists of the intake make of it."""
    tone, certainty = sentiment.judge(text)
    yield f"s:sounds {tone}"
    if certainty > _PLAINLY and tone != Sentiment.NEUTRAL:
        yield f"s:sounds very {tone}"
    level, _seen = threat.screen(text)
    if level != Threat.NONE:
        yield f"s:screened {level}"


def _shape(reading: Reading) -> Iterator[str]:
    text, words = reading.text, reading.words
    yield f"s:on {reading.platform}"
    yield f"s:{sum(len(words) > length for length in _LENGTHS)} long"
    yield from _hints(text)
    if "?" in text:
        yield "s:question mark"
    if "!" in text:
        yield "s:exclamation mark"
    if "..." in text or "…" in text:
        yield "s:trails off"
    if " | " in text or "\n" in text:
        yield "s:headline"
    if words and words[0] in _ASKING:
        yield "s:asks at once"
    if SCHOOL in words:
        yield "s:names us"
    if words and words[0] == SCHOOL:
        yield "s:addresses us"
    if text and text == text.lower():
        yield "s:no capitals"
    if _TELLERS.search(reading.author.lower()):
        yield "s:by a teller"
    if " " in reading.author.strip():
        yield "s:by a full name"
