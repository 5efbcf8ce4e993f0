"""A message without what points to a person, for a judge outside this house.

What has a form of its own is found anywhere: addresses, accounts, numbers of some length. Names
have none: the writer's and those of people whom the college named are known, and others are found
where they are announced (“meneer …”, “groetjes, …”). A name that stands alone is not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from governance.domain.routing import Utterance

LONGEST: Final = 2_000
"""Characters that go out; what a message is about shows by then."""

_LOOKED_AT: Final = 20_000
_SHORT_NAME, _LONG_NAME = 3, 4
"""Letters. A short one is only taken for a name with a capital."""

_DOMAINS: Final = "nl|com|org|net|eu|be|de|uk|info|io|me|ly|gl|gg|tv|co|app|social|frl"
_CODES: Final = "[a-z]{2}[0-9]{2}[ .-]?[a-z]{0,4}"

# Each begins where the one before it cannot have stood, so none takes long on any text.
_FORMS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), stand_in)
    for pattern, stand_in in (
        (r"(?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "[e-mail]"),
        (r"(?<!@)@+\w[\w.@-]*", "[account]"),
        (
            r"(?<!\w)(insta|instagram|snap|snapchat|tiktok|discord|telegram) ?[:=] ?\S+",
            r"\1: [account]",
        ),
        (r"(?:https?|ftp)://\S+|www\.\S+", "[link]"),
        (rf"(?<![\w.-])(?:[\w-]+\.)+(?:{_DOMAINS})(?![\w-])(?:/\S*)?", "[link]"),
        (rf"(?<!\w){_CODES}(?:[ .-]?\d){{8,26}}", "[iban]"),
        (r"\d(?:[ \t.,()/_–-]{0,3}\d){4,}", "[number]"),
    )
)
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)(?:[ ,]{1,2}\d{1,4}(?!\d))?")

_BETWEEN: Final = r"(?:(?i:van|de|der|den|ten|ter|te|el|al|ben|bin|’t|'t)\s){0,3}"
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_ANNOUNCED: Final = re.compile(
    r"(?<!\w)((?i:meneer|mevrouw|mevr|mw|dhr|mister|mr|mrs|ms|miss|juf|juffrouw|meester|docente?"
    r"|leraar|lerares|mentor|teacher|directeur|teamleider|conciërge"
    r"|ik ben|ik heet|mijn naam is|my name is|i am|i'm)[.,]?\s{1,3})"
    rf"{_BETWEEN}{_NAME}(?:\s{_BETWEEN}{_NAME})?"
)
_SIGNED: Final = re.compile(
    r"(?<!\w)(groet|groeten|groetjes|gr|grtz|mvg|liefs|regards|greetings)"
    r"([.,!]{0,2}\s{1,3})[^\n.,!?]{2,40}\s{0,9}$",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+")


def discreet(text: str, *, writer: Iterable[str] = (), others: Iterable[str] = ()) -> str:
    """`text` cut to size, with a word in brackets for whatever points to a person.

    `writer` and `others` are names and accounts that are known. A part of one goes too; of the
    others only with a capital, or half of the trades would be somebody's surname.
    """
    text = _plain(text[:_LOOKED_AT])
    for pattern, stand_in in _FORMS:
        text = pattern.sub(stand_in, text)
    text = _ANNOUNCED.sub(r"\1[name]", _POSTCODE.sub("[postcode]", text))
    text = _SIGNED.sub(r"\1\2[name]", text)
    for pattern in _patterns(tuple(writer), tuple(others)):
        text = pattern.sub("[name]", text)
    return text[:LONGEST]


def writer_of(utterance: Utterance) -> tuple[str, ...]:
    """What the writer of a message is called; the server of an account is no name."""
    return (utterance.author.lstrip("@").partition("@")[0], utterance.author_name)


def _plain(text: str) -> str:
    """Without decorated letters and invisible signs, behind which a number could hide."""
    plain = unicodedata.normalize("NFKC", text).replace("\ufe0f", "")
    return "".join(
        sign for sign in plain if sign.isascii() or unicodedata.category(sign) not in {"Cf", "Me"}
    )


def _patterns(writer: tuple[str, ...], others: tuple[str, ...]) -> Iterator[re.Pattern[str]]:
    for name in (*writer, *others):
        letters = [sign for sign in _plain(name) if sign.isalpha()]
        if len(letters) >= _SHORT_NAME:
            # “sannedevries”, “Sanne de Vries” and “sanne.de_vries9” are one name.
            spaced = r"[\s._-]{0,2}".join(map(re.escape, letters))
            yield _standing_alone(spaced, re.IGNORECASE)
    parts = {part for name in writer for part in _parts(name) if len(part) >= _LONG_NAME}
    capitals = {part.capitalize() for name in (*writer, *others) for part in _parts(name)}
    if parts:
        yield _standing_alone("|".join(map(re.escape, parts)), re.IGNORECASE)
    if capitals:
        yield _standing_alone("|".join(map(re.escape, capitals)))


def _parts(name: str) -> Iterator[str]:
    """The words in a name or an account, however they are held apart."""
    return (part for part in _PARTS.findall(_plain(name)) if len(part) >= _SHORT_NAME)


def _standing_alone(pattern: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{pattern})(?![^\W\d_])", flags)
