"""Text as X counts it, as X hands it out, and as we compare it. Pure.

Counting follows twitter-text's configuration version 3: a URL weighs 23, an emoji 2 however many
code points it has, and every other character outside four ranges of narrow scripts weighs 2 too.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from connectors.text import clean

LIMIT = 280
URL_WEIGHT = 23
_NARROW = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
# Without "http" X only links names that end in a real top-level domain. These and the two-letter
# ones are what our authors write; taking a rare other one for plain text errs by a few characters.
_TOP = r"(?:[a-z]{2}|com|net|org|info|biz|edu|gov|app|dev|online|school|amsterdam|frl)"
_URL = re.compile(
    rf"https?://(?:{_LABEL}\.)+[^\W\d_]{{2,}}(?::\d+)?(?:[/?#]\S*)?"
    rf"|(?<![@\w./-])(?:{_LABEL}\.)+{_TOP}(?![\w@-])(?:/\S*)?",
    re.IGNORECASE,
)

_PICTURE = (
    "(?:[\u00a9\u00ae]\ufe0f|[\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]\ufe0f?)"
)
_TAIL = "(?:[\U0001f3fb-\U0001f3ff]|[\U000e0020-\U000e007f]+)?"
_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[#*0-9]\ufe0f?\u20e3|{_PICTURE}{_TAIL}(?:\u200d{_PICTURE}{_TAIL})*"
)

_ADDRESSEES = re.compile(r"^(?:@\w+\s+)+")
_SCHEME = re.compile(r"\bhttps?://", re.IGNORECASE)


def weigh(text: str) -> int:
    """Length of `text` in X's own count, to hold against `LIMIT`."""
    text = unicodedata.normalize("NFC", text)
    rest, urls = _URL.subn("", text)
    rest, emoji = _EMOJI.subn("", rest)
    return URL_WEIGHT * urls + 2 * emoji + sum(1 if _is_narrow(ord(char)) else 2 for char in rest)


def _is_narrow(point: int) -> bool:
    return any(low <= point <= high for low, high in _NARROW)


def readable(tweet: Mapping[str, Any]) -> str:
    """The whole text of a post: long form if there is one, links as they were typed, no escapes."""
    note = tweet.get("note_tweet")
    source = note if isinstance(note, Mapping) and note.get("text") else tweet
    text = str(source["text"])
    for link in _links(source):
        if isinstance(link, Mapping) and link.get("url") and link.get("expanded_url"):
            text = text.replace(str(link["url"]), str(link["expanded_url"]))
    return clean(html.unescape(text))


def _links(source: Mapping[str, Any]) -> list[Any]:
    entities = source.get("entities")
    links = entities.get("urls") if isinstance(entities, Mapping) else None
    return links if isinstance(links, list) else []


def comparable(text: str) -> str:
    """`text` without what X changes: addressees in front, schemes, blanks, final slashes."""
    bare = _SCHEME.sub("", _ADDRESSEES.sub("", unicodedata.normalize("NFC", text.strip())))
    return " ".join(word.rstrip("/") for word in bare.split())
