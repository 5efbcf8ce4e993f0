"""Forms of Dutch verbs that stemming takes for different words: "inloggen" and "ingelogd".

PostgreSQL stems endings. A past participle puts "ge" in front, or inside a separable verb, and the
spelling of the root changes along (loggen, log; maken, maak; reizen, reis). Strong verbs, which
change their vowel, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PREFIXES = (
    *("aan", "achter", "af", "bij", "binnen", "door", "in", "langs", "mee", "na", "neer", "om"),
    *("onder", "op", "over", "rond", "samen", "tegen", "terug", "toe", "uit", "vast", "voor"),
    *("voort", "weg"),
)
_PREFIX = "|".join(sorted(PREFIXES, key=len, reverse=True))
_INFINITIVE = re.compile(rf"(?P<prefix>{_PREFIX})?(?P<root>\w{{2,}})en")
_PARTICIPLE = re.compile(rf"(?P<prefix>{_PREFIX})?ge(?P<root>\w{{2,}}?)(?:d|t|de|te)")
_VOWELS = "aeou"
_HARD = {"z": "s", "v": "f"}
_SOFT = {hard: soft for soft, hard in _HARD.items()}
SHORTEST = 3
"""A shorter root begins too many words."""


def beginnings(word: str) -> list[str]:
    """How other forms of this verb begin; [] for what is no such verb."""
    return sorted(set(_of_infinitive(word)) | set(_of_participle(word)))


def _of_infinitive(word: str) -> Iterator[str]:
    found = _INFINITIVE.fullmatch(word)
    if found is None:
        return
    prefix, root = found["prefix"] or "", found["root"]
    for spelling in _closed(root):
        if len(spelling) >= SHORTEST:
            yield f"{prefix}ge{spelling}"
            yield f"{prefix}{spelling}"


def _of_participle(word: str) -> Iterator[str]:
    found = _PARTICIPLE.fullmatch(word)
    if found is None:
        return
    prefix, root = found["prefix"] or "", found["root"]
    for spelling in _opened(root):
        if len(spelling) >= SHORTEST:
            yield f"{prefix}{spelling}"


def _closed(root: str) -> Iterator[str]:
    """The root as it is written at the end of a word: logg, log; mak, maak; reiz, reis."""
    root = root[:-1] + _HARD.get(root[-1], root[-1])
    if root[-1] == root[-2]:
        yield root[:-1]
        return
    yield root
    if len(root) > 1 and root[-2] in _VOWELS and (len(root) < 3 or root[-3] not in _VOWELS + "i"):
        yield root[:-1] + root[-2] + root[-1]


def _opened(root: str) -> Iterator[str]:
    """And as it is written before "en"; a doubled consonant begins with the single one."""
    softened = root[:-1] + _SOFT.get(root[-1], root[-1])
    for spelling in {root, softened}:
        yield spelling
        if len(spelling) > 2 and spelling[-2] == spelling[-3] and spelling[-2] in _VOWELS:
            yield spelling[:-2] + spelling[-1]
