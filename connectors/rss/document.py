"""A feed as bytes becomes a `Document` of items: RSS, Atom and JSON Feed, whole or broken. Pure."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urljoin

import feedparser

from connectors.errors import Rejected, Temporary
from connectors.rss import item
from connectors.rss.item import Item
from connectors.text import plain_text, storable
from connectors.types import Unparsed

MOST_ITEMS = 1_000
_WEB_PAGE = re.compile(
    rb"[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED_LINK = re.compile(
    r"<link\b(?=[^>]*type=[\"']?application/(?:rss|atom|feed)\+(?:xml|json))"
    r"[^>]*href=[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A feed that was read; `left_out` counts items beyond `MOST_ITEMS`."""

    title: str
    items: tuple[Item, ...]
    unparsed: tuple[Unparsed, ...] = ()
    left_out: int = 0


def read(body: bytes, *, content_type: str, address: str) -> Document:
    """The feed in `body`, which came from `address`.

    Raises Rejected for a web page, Temporary for anything else that is no feed at the moment.
    """
    if not body.strip():
        raise Temporary("The feed answered with nothing.")
    if _WEB_PAGE.match(body[:4_000]):
        raise _no_feed(body, address)
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(body, address)
    return _xml_feed(body, content_type, address)


def _xml_feed(body: bytes, content_type: str, address: str) -> Document:
    headers = {"content-type": content_type, "content-location": address}
    try:
        # A stream, because feedparser opens a file whose name it is given as bytes.
        found = feedparser.parse(
            io.BytesIO(body),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # a parser of strangers' text may fail in any way
        raise Temporary(f"The feed cannot be read ({type(error).__name__}).") from error
    if not found.get("version") and not found.entries:
        raise Temporary("What stands at this address is not a feed at the moment.")
    lang = str(found.feed.get("language") or "")
    title = str(found.feed.get("title") or "")
    return _document(title, found.entries, partial(item.from_entry, lang=lang))


def _json_feed(body: bytes, address: str) -> Document:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Temporary("The feed is not readable as JSON.") from error
    version, items = str(found.get("version")), found.get("items")
    if "jsonfeed.org/version/1" not in version or not isinstance(items, list):
        raise Temporary("What stands at this address is JSON, but not a JSON Feed.")
    lang = str(found.get("language") or "")
    read_item = partial(item.from_json, address=address, lang=lang)
    return _document(str(found.get("title") or ""), items, read_item)


def _document(title: str, items: list[Any], read_item: Callable[[Any], Item]) -> Document:
    good, bad = [], []
    for one in items[:MOST_ITEMS]:
        try:
            good.append(read_item(one))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
            bad.append(Unparsed(storable(one), f"{type(error).__name__}: {error}"))
    left_out = max(0, len(items) - MOST_ITEMS)
    return Document(plain_text(title), tuple(good), tuple(bad), left_out)


def _no_feed(page: bytes, address: str) -> Rejected:
    """Clear words for a web page, with the feed that the page itself names, if any."""
    found = _FEED_LINK.search(page[:200_000].decode("utf-8", "replace"))
    if not found:
        return Rejected("This address shows a web page, not a feed.")
    named = urljoin(address, html.unescape(found[1]))
    return Rejected(f"This address shows a web page, not a feed. The page names this feed: {named}")
