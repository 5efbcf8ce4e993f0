"""Text as Mastodon counts it, shows it and gives it back. Pure."""

from __future__ import annotations

import re
import unicodedata

from connectors.text import clean

LIMIT = 500
LINK_LENGTH = 23
_LINK = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?(?<![.,;:!?)\]'\"])")
_REMOTE_MENTION = re.compile(r"(?<![\w/])@(\w+(?:[.-]\w+)*)@[\w.:-]*\w")
_LEADING_MENTIONS = re.compile(r"^(?:@[\w.-]+\s+)+")


def measure(text: str) -> int:
    """Length to hold against `LIMIT`: a link is 23, the server in `@name@server` is free.

    Mastodon counts what a reader sees as one character; we count code points, which is never less.
    """
    short = _REMOTE_MENTION.sub(r"@\1", unicodedata.normalize("NFC", text))
    return len(_LINK.sub("x" * LINK_LENGTH, short))


def comparable(text: str) -> str:
    """`text` as it is the same before it was sent and after the server made HTML of it."""
    short = _REMOTE_MENTION.sub(r"@\1", unicodedata.normalize("NFC", clean(text)))
    return "".join(_LEADING_MENTIONS.sub("", short.strip()).split())


def addressed(text: str, *handles: str) -> str:
    """`text` with the first of `handles` in front, unless one of them is there already.

    They are the names of one account, "anna" and "anna@social.edu.nl": without one of them in the
    text its owner does not hear of the reply.
    """
    names = "|".join(map(re.escape, handles))
    known = re.search(rf"(?<![\w/])@(?:{names})(?![\w@-])", text, re.IGNORECASE)
    return text if known else f"@{handles[0]} {text}"
