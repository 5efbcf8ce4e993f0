"""Whether someone may be in danger: the first sieve, on words and their company.

It errs on the safe side: a doubt becomes `possible`, which a person looks at, and only a known
idiom or joke becomes `none`. `likely` takes the fast road (day and night, crisis team). The words
themselves stand in `threat_words`; a learned judgement can be added behind `screen`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from core.searchquery import Document, Matcher, compile_terms, parse
from governance.models.routing import Threat
from monitoring.domain import threat_words
from monitoring.domain.wording import READ_AT_MOST, PhraseBook, tokens

_MOST_WORDS: Final = 8
_PHRASES_PER_QUERY: Final = 20


class Sign(NamedTuple):
    """One thing that was seen; level `none` makes it a harmless one."""

    level: Threat
    name: str
    number: int


def screen(text: str) -> tuple[Threat, tuple[str, ...]]:
    """How likely a threat is, and the words (as written) that say so."""
    if not _first_look().found(text):
        return Threat.NONE, ()
    document = Document(text[:READ_AT_MOST])
    found = _sieve().match(document)
    signs = [sign for sign in found if sign.level != Threat.NONE]
    if not signs:
        return Threat.NONE, ()
    level = _level(found, text)
    if level == Threat.NONE:
        return Threat.NONE, ()
    return level, _words(signs, document)


def _level(found: set[Sign], text: str) -> Threat:
    levels = {sign.level for sign in found}
    names = {sign.name for sign in found if sign.level == Threat.NONE}
    is_joking = "idiom" in names or _laughs(text)
    if Threat.LIKELY in levels:
        return Threat.POSSIBLE if is_joking else Threat.LIKELY
    return Threat.NONE if is_joking or names else Threat.POSSIBLE


def _laughs(text: str) -> bool:
    read = tokens(text)
    return not (
        threat_words.LAUGHTER.isdisjoint(read) and threat_words.LAUGHING_WORDS.isdisjoint(read)
    )


def _words(signs: list[Sign], document: Document) -> tuple[str, ...]:
    """What was seen, in the writer's own letters, the gravest first."""
    gravest_first = sorted(signs, key=lambda sign: (sign.level != Threat.LIKELY, sign))
    spans = (span for sign in gravest_first for span in _sieve().explain(sign, document))
    seen = dict.fromkeys(document.text[start:end].lower()[:120] for start, end in spans)
    return tuple(seen)[:_MOST_WORDS]


@cache
def _sieve() -> Matcher[Sign]:
    """All phrases of all levels in one matcher."""
    tables = (
        (Threat.LIKELY, threat_words.LIKELY),
        (Threat.POSSIBLE, threat_words.POSSIBLE),
        (Threat.NONE, threat_words.HARMLESS),
    )
    queries = {
        Sign(level, name, number): parse(query)
        for level, table in tables
        for name, groups in table.items()
        for number, query in enumerate(_queries(groups))
    }
    return compile_terms(queries)


@cache
def _first_look() -> PhraseBook[bool]:
    """The first words of every sign: a mention without any of them needs no second look."""
    tables = (threat_words.LIKELY, threat_words.POSSIBLE)
    signs = (groups[0] for table in tables for groups in table.values())
    return PhraseBook({phrase: True for group in signs for phrase in _split(group)})


def _queries(groups: threat_words.Groups) -> Iterator[str]:
    """One sign as queries that are short enough to parse; any of them is the sign."""
    first, *others = (_phrases(group) for group in groups)
    rest = "".join(f" AND ({' OR '.join(phrases)})" for phrases in others)
    for start in range(0, len(first), _PHRASES_PER_QUERY):
        yield f"({' OR '.join(first[start : start + _PHRASES_PER_QUERY])}){rest}"


def _phrases(group: str) -> list[str]:
    """The phrases of a group as the query language writes them."""
    return [f'"{phrase}"' if " " in phrase else phrase for phrase in _split(group)]


def _split(group: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in group.split("|")]
