"""An item of a feed becomes a `Post`. Pure: the time of reading is given, never asked.

Identity is the item's own id, else its link, else a hash of title and date; never the date alone.
Feeds number their items from 1, so an id that is no URL gets the feed's host in front.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from connectors.rss.item import Item
from connectors.text import (
    LONGEST_NAME,
    LONGEST_TITLE,
    clean,
    language,
    plain_text,
    storable,
    web_address,
)
from connectors.types import Author, Post, Unparsed

LONGEST_ID = 255
_UNIQUE_ANYWHERE = ("http://", "https://", "tag:", "urn:")


def posts(
    items: Iterable[Item], *, host: str, now: datetime
) -> tuple[tuple[Post, ...], tuple[Unparsed, ...]]:
    """The posts of one feed, each id once, and the items that say nothing."""
    found: dict[str, Post] = {}
    empty: list[Unparsed] = []
    for one in _without_shared_ids(tuple(items)):
        made = post(one, host=host, now=now)
        if made is None:
            empty.append(Unparsed(storable(dict(one.raw)), "The item has no title and no text."))
        else:
            found.setdefault(made.external_id, made)
    return tuple(found.values()), tuple(empty)


def post(item: Item, *, host: str, now: datetime) -> Post | None:
    """One item as a Post, or None when it says nothing.

    A date that is missing or in the future is `now` (aware, UTC); an edit in the future is none.
    """
    title, body = plain_text(item.title), plain_text(item.body)
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}".strip()
    if not text:
        return None
    published_at = min(item.published_at or item.edited_at or now, now)
    edited_at = item.edited_at or published_at
    return Post(
        external_id=external_id(item, host=host),
        text=text,
        title=title[:LONGEST_TITLE],
        published_at=published_at,
        edited_at=edited_at if published_at < edited_at <= now else None,
        author=_author(item),
        url=_link(item.link),
        lang=language(item.lang),
        raw=storable(dict(item.raw)),
    )


def external_id(item: Item, *, host: str) -> str:
    """What makes this item itself, on every poll and among all feeds."""
    own, link = clean(item.id), clean(item.link)
    if own:
        name = own if own.startswith(_UNIQUE_ANYWHERE) else f"{host}:{own}"
    else:
        name = link or f"{host}:{_hash(item)}"
    return name if len(name) <= LONGEST_ID else f"{host[:180]}:{_digest(name)}"


def _without_shared_ids(items: tuple[Item, ...]) -> Iterable[Item]:
    """Some feeds give all items one id (the home page); then the link tells them apart."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    for one in items:
        links[one.id].add(one.link or one.title)
    return (replace(one, id="") if len(links[one.id]) > 1 else one for one in items)


def _hash(item: Item) -> str:
    date = item.published_at.isoformat() if item.published_at else ""
    return _digest(f"{item.title or item.body}\n{date}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]


def _author(item: Item) -> Author | None:
    name = plain_text(item.author)[:LONGEST_NAME]
    return Author(handle=name, name=name, url=_link(item.author_url)) if name else None


def _link(address: str) -> str:
    """`address` when it is a web address; Google's alerts wrap the real one in theirs."""
    try:
        parts = urlsplit(clean(address))
    except ValueError:
        return ""
    if parts.netloc in ("www.google.com", "google.com") and parts.path == "/url":
        inner = parse_qs(parts.query)
        return web_address((inner.get("url") or inner.get("q") or [""])[0])
    return web_address(address)
