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
# One group, for split(). Each branch starts with its own sign, which makes the scan three times as
# fast as one look-behind in front of both.
_SPECIAL: Final = re.compile(r"(#(?<!\w#)\w+|@(?<!\w@)\w+(?:[.-]\w+)*(?:@\w+(?:[.-]\w+)*)?)")
_HASHTAG: Final = re.compile(r"#(?<!\w#)\w+")
_FIELD_NOISE: Final = re.compile(r'[\s"(){}*]+')
_FEW: Final = 50  # different characters that are quicker to replace one by one
_ASCII: Final = bytes(range(128))
_SEPARATORS_TO_SPACE: Final = bytes(
    code if code > 127 or chr(code).isalnum() else 32 for code in range(256)
)


def _character_class(codes: Iterable[int]) -> str:
    """Regex class for sorted `codes`, written as ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_INVISIBLE_CODES: Final = (
    code
    for code in chain(*_PLANES_WITH_MARKS)
    if code in _SKIN_TONES or unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}
)
_INVISIBLE: Final = re.compile(f"[{_character_class(_INVISIBLE_CODES)}]+")


@lru_cache(maxsize=16_384)
def _fold_character(character: str) -> str:
    """Letters and ASCII as they are compared; an emoji set apart, any other sign a space."""
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKD", character)).casefold()
    return "".join(
        part if part.isascii() or part.isalnum() else f" {part} " if _WORD.match(part) else " "
        for part in folded
    )


def fold(text: str) -> str:
    """`text` in lower case, without diacritics or invisible characters.

    Outside ASCII only letters, digits and emoji are left; the emoji with spaces around them.
    """
    if text.isascii():
        return text.lower()
    # `bytes.translate` finds the few characters outside ASCII five times as fast as a regex does.
    encoded = _encoded(text)
    unusual = set(encoded.translate(None, _ASCII).decode(errors="surrogatepass"))
    if len(unusual) > _FEW:
        return "".join(map(_fold_character, text))
    text = encoded.lower().decode(errors="surrogatepass")  # bytes: of ASCII only, and fast
    for character in unusual:
        text = text.replace(character, _fold_character(character))
    return text


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def fold_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`fold(text)`, and for each of its characters the (start, end) in `text` it stands for.

    An end takes in the invisible characters that follow, such as a separate accent.
    """
    pieces = [fold(character) for character in text]
    kept = [place for place, piece in enumerate(pieces) if piece]
    places = [
        (start, end)
        for start, end in zip(kept, [*kept[1:], len(text)], strict=False)
        for _ in pieces[start]
    ]
    return "".join(pieces), places


def fold_value(value: str) -> str:
    """The form in which an author, language, platform or list name is compared."""
    return _FIELD_NOISE.sub(" ", fold(value)).strip().lstrip("@ ")


def spaced(folded: str) -> str:
    """Folded text with a space for each character that separates words."""
    return _encoded(folded).translate(_SEPARATORS_TO_SPACE).decode(errors="surrogatepass")


def words(folded: str) -> list[str]:
    """The words and emoji in folded text; of hashtags and accounts, their words."""
    return spaced(folded).split()


def split_specials(folded: str) -> list[str]:
    """Plain stretches at the even places, the #hashtags and @accounts between them at the odd."""
    if "#" not in folded and "@" not in folded:
        return [folded]
    return _SPECIAL.split(folded)


def hashtags(folded: str) -> list[str]:
    """The hashtags in folded text without accounts, with their #, in order."""
    return _HASHTAG.findall(folded) if "#" in folded else []


def is_special(folded: str) -> bool:
    """Whether the whole of `folded` is one hashtag or one account."""
    return _SPECIAL.fullmatch(folded) is not None


def spans(folded: str) -> list[tuple[int, int]]:
    """Where the words and emoji stand in folded text; the positions that `words` leaves out."""
    return [found.span() for found in _WORD.finditer(folded)]
