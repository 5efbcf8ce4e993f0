"""How letters are compared: without case, accents, skin tones and invisible characters.

Queries and messages pass through the same `fold`, so what is typed as "Café" finds "cafe", "CAFÉ"
and the decorated letters of a profile name. The fold works character by character; `explain` can
therefore trace every folded character back to the original text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

# Symbols and pictographs count as words of one character. General punctuation (quotes, dashes,
# bullets) stays a separator.
_EMOJI: Final = (
    "\u203c\u2049\u2100-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_PLANES_WITH_MARKS: Final = (range(0x80, 0x20000), range(0xE0000, 0xE0200))

_WORD: Final = re.compile(rf"[^\W_]+|[{_EMOJI}]")
_SPECIAL: Final = re.compile(
    r"((?<!\w)(?:#\w+|@\w+(?:[.-]\w+)*(?:@\w+(?:[.-]\w+)*)?))"  # one group, for split()
)
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_FIELD_NOISE: Final = re.compile(r'[\s"(){}*]+')
_ASCII_WORDS: Final = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}


def _character_class(codes: Iterable[int]) -> str:
    """Regex class for sorted `codes`, written as ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_INVISIBLE: Final = re.compile(
    "[%s]+"
    % _character_class(
        code
        for code in chain(*_PLANES_WITH_MARKS)
        if code in _SKIN_TONES or unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}
    )
)


@lru_cache(maxsize=16_384)
def _fold_run(run: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKD", run)).casefold()


def fold(text: str) -> str:
    """`text` in lower case, without diacritics or invisible characters. Folding twice is safe."""
    if text.isascii():
        return text.lower()
    # The few characters outside ASCII come from the cache; it is the costly part of a message.
    return _NON_ASCII.sub(lambda found: _fold_run(found[0]), text).casefold()


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters the index in `text` it came from.

    One extra offset, `len(text)`, closes the list.
    """
    pieces = [fold(character) for character in text]
    offsets = [index for index, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*offsets, len(text)]


@lru_cache(maxsize=4_096)
def fold_value(value: str) -> str:
    """The form in which an author, language, platform or list name is compared."""
    return _FIELD_NOISE.sub(" ", fold(value)).strip().removeprefix("@")


def words(folded: str) -> list[str]:
    """The words and emoji in folded text that has no hashtags or accounts."""
    if folded.isascii():
        return folded.translate(_ASCII_WORDS).split()
    return _WORD.findall(folded)


def split_specials(folded: str) -> list[str]:
    """Plain stretches at the even places, the #hashtags and @accounts between them at the odd."""
    if "#" not in folded and "@" not in folded:
        return [folded]
    return _SPECIAL.split(folded)


def is_special(folded: str) -> bool:
    """Whether the whole of `folded` is one hashtag or one account."""
    return _SPECIAL.fullmatch(folded) is not None


def spans(folded: str) -> list[tuple[int, int]]:
    """Where the words and emoji stand in folded text; the positions that `words` leaves out."""
    return [found.span() for found in _WORD.finditer(folded)]
