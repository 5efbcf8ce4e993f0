"""From the Graph API's posts and comments to `Post`s. Pure: no call, no clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from connectors.text import clean, storable
from connectors.types import Author, Json, Post, Unparsed

SITE = "https://www.facebook.com"
_EDGES = {"comments", "paging", "access_token"}
_SECRET = re.compile(r"\b(access_token|appsecret_proof)=[^&\s\"']+")


def several(
    things: Iterable[Any], read: Callable[[Json], Post]
) -> tuple[list[Post], list[Unparsed]]:
    """What `read` makes of these things, and those that it could not understand."""
    posts: list[Post] = []
    unparsed: list[Unparsed] = []
    for thing in things:
        try:
            posts.append(read(thing))
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as fault:
            unparsed.append(Unparsed(raw(thing), f"{type(fault).__name__}: {fault}"[:200]))
    return posts, unparsed


def post(thing: Json) -> Post:
    """A post in the feed or one that tags the page. A photo may have no text at all."""
    return Post(
        external_id=_id(thing),
        text=clean(str(thing.get("message") or thing.get("story") or "")),
        published_at=time(thing["created_time"]),
        author=author(thing.get("from")),
        url=_address(thing),
        conversation=_id(thing),
        metrics=_counts(shares=_inside(thing, "shares", "count")),
        raw=raw(thing),
    )


def comment(thing: Json, post_id: str) -> Post:
    """A comment under the post `post_id`, or an answer to another comment there."""
    parent = _inside(thing, "parent", "id")
    return Post(
        external_id=_id(thing),
        text=clean(str(thing.get("message") or "")),
        published_at=time(thing["created_time"]),
        author=author(thing.get("from")),
        url=_address(thing),
        in_reply_to=str(parent) if parent else post_id,
        conversation=post_id,
        metrics=_counts(likes=thing.get("like_count"), comments=thing.get("comment_count")),
        raw=raw(thing),
    )


def author(person: Any) -> Author | None:
    """Who wrote it; Facebook hides that for most posts which tag a page."""
    if not isinstance(person, Mapping) or not person.get("id"):
        return None
    person_id = clean(str(person["id"]))
    return Author(
        handle=person_id,
        name=clean(str(person.get("name") or "")),
        external_id=person_id,
        url=f"{SITE}/{person_id}",
    )


def time(written: Any) -> datetime:
    """A moment of Facebook ("2026-11-23T12:30:00+0000") in UTC. Raises ValueError."""
    moment = datetime.fromisoformat(str(written))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def raw(thing: Any) -> Any:
    """Facebook's own answer for one item: without edges (those are other items) and tokens."""
    if isinstance(thing, Mapping):
        thing = {name: value for name, value in thing.items() if name not in _EDGES}
    return storable(_without_secrets(thing))


def _without_secrets(value: Any) -> Any:
    if isinstance(value, str):
        return _SECRET.sub(r"\1=***", value)
    if isinstance(value, Mapping):
        kept = {name: inner for name, inner in value.items() if name != "access_token"}
        return {name: _without_secrets(inner) for name, inner in kept.items()}
    if isinstance(value, list):
        return [_without_secrets(inner) for inner in value]
    return value


def _id(thing: Json) -> str:
    found = str(thing["id"])
    if not re.fullmatch(r"\d+(_\d+)*", found):
        raise ValueError(f"no id of Facebook: {found[:40]!r}")
    return found


def _address(thing: Json) -> str:
    link = clean(str(thing.get("permalink_url") or ""))
    return f"{SITE}{link}" if link.startswith("/") else link


def _inside(thing: Json, name: str, inner: str) -> Any:
    held = thing.get(name)
    return held.get(inner) if isinstance(held, Mapping) else None


def _counts(**figures: Any) -> dict[str, int]:
    return {name: value for name, value in figures.items() if type(value) is int}
