"""One item of a feed, in whichever of the three formats it came. Pure.

RSS and Atom come through feedparser's entries, JSON Feed through its own objects; both become an
`Item`, so that identity, dates and text are decided in one place (`normalise.py`).
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin


@dataclass(frozen=True, slots=True)
class Item:
    """What an item says of itself; `title` and `body` may be HTML, times are aware and in UTC."""

    id: str
    link: str
    title: str
    body: str
    raw: Mapping[str, Any]
    author: str = ""
    author_url: str = ""
    lang: str = ""
    published_at: datetime | None = None
    edited_at: datetime | None = None


def from_entry(entry: dict[str, Any], *, lang: str) -> Item:
    """An entry of feedparser. Raises TypeError, ValueError, KeyError or AttributeError if odd."""
    # feedparser's own dict gives "published" for a missing "updated"; a plain one says what is.
    plain = {key: value for key, value in dict.items(entry) if not key.endswith("_parsed")}
    contents = [str(one.get("value") or "") for one in plain.get("content") or ()]
    writer = plain.get("author_detail") or {}
    return Item(
        id=_words(plain, "id"),
        link=_words(plain, "link"),
        title=_words(plain, "title"),
        body=max(contents, key=len, default="") or _words(plain, "summary"),
        author=str(writer.get("name") or "") or _words(plain, "author"),
        author_url=str(writer.get("href") or ""),
        lang=_words(plain, "language") or lang,
        published_at=_entry_time(entry, "published") or _entry_time(entry, "created"),
        edited_at=_entry_time(entry, "updated"),
        raw=plain,
    )


def from_json(item: Any, *, address: str, lang: str) -> Item:
    """An item of JSON Feed 1.x (jsonfeed.org/version/1.1). Raises as `from_entry` does."""
    link = _words(item, "url") or _words(item, "external_url")
    writers = item.get("authors") or [item.get("author") or {}]
    return Item(
        id=_words(item, "id"),
        link=urljoin(address, link) if link else "",
        title=_words(item, "title"),
        body=_words(item, "content_html")
        or _words(item, "content_text")
        or _words(item, "summary"),
        author=_words(writers[0], "name"),
        author_url=_words(writers[0], "url"),
        lang=_words(item, "language") or lang,
        published_at=_written_time(item.get("date_published")),
        edited_at=_written_time(item.get("date_modified")),
        raw=item,
    )


def _words(source: Mapping[str, Any], key: str) -> str:
    """A value as text: feeds write numbers as ids, and leave things out or null."""
    value = source.get(key)
    if value is None or isinstance(value, (str, int, float)):
        return "" if value is None else str(value).strip()
    raise TypeError(f"{key} is no text")


def _entry_time(entry: dict[str, Any], name: str) -> datetime | None:
    """feedparser's reading (in UTC), else our own: it gives up on a date without a zone."""
    parsed = dict.get(entry, f"{name}_parsed")
    if parsed:
        try:
            return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError):
            return None
    return _written_time(dict.get(entry, name))


def _written_time(text: Any) -> datetime | None:
    """An ISO or mail date; one without a zone is taken for UTC, an impossible one for none."""
    if not isinstance(text, str):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
