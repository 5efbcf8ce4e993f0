"""Mastodon's entities in our words. Pure; raises one of `ODD` for a shape that we do not know.

Ids are per server, so ours carry the server: "social.edu.nl:109372843234". Entities:
docs.joinmastodon.org/entities/Status, /Account, /Notification.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from connectors.status import within_reason
from connectors.text import (
    LONGEST_NAME,
    LONGEST_TITLE,
    clean,
    language,
    plain_text,
    storable,
    web_address,
)
from connectors.types import Author, Identity, Post, Rate, Receipt

ODD = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
_COUNTS = ("replies_count", "reblogs_count", "favourites_count")
_FIGURES = ("followers_count", "following_count", "statuses_count")
LONGEST_LOCAL_ID = 100


def status(found: Mapping[str, Any], *, host: str) -> Post:
    """A status; of a boost, what it boosts. A content warning stands above the text as title."""
    own_id = global_id(found["id"], host=host)
    shown = found.get("reblog") or found
    warning = plain_text(str(shown.get("spoiler_text") or ""))
    body = plain_text(shown["content"], keep_links=True)
    parent = found.get("in_reply_to_id")
    return Post(
        external_id=own_id,
        text=f"{warning}\n\n{body}".strip() if warning else body,
        title=warning[:LONGEST_TITLE],
        published_at=moment(found["created_at"]),
        edited_at=moment(found["edited_at"]) if found.get("edited_at") else None,
        author=author(found["account"], host=host),
        url=web_address(found.get("url")) or web_address(found.get("uri")),
        lang=language(found.get("language")),
        in_reply_to=global_id(parent, host=host) if parent else "",
        conversation="" if parent else own_id,
        is_repost=bool(found.get("reblog")),
        metrics={name: int(found[name]) for name in _COUNTS if name in found},
        raw=storable(dict(found)),
    )


def author(account: Mapping[str, Any], *, host: str) -> Author:
    return Author(
        handle=handle(account, host=host),
        name=clean(str(account.get("display_name") or account.get("username") or ""))[
            :LONGEST_NAME
        ],
        external_id=global_id(account["id"], host=host),
        url=web_address(account.get("url")),
    )


def handle(account: Mapping[str, Any], *, host: str) -> str:
    """The whole handle, "anna@social.edu.nl"; a server leaves itself out for its own people."""
    short, server = clean(str(account["acct"])), host.partition(":")[0]
    return (short if "@" in short else f"{short}@{server}")[:LONGEST_NAME]


def identity(account: Mapping[str, Any], *, host: str) -> Identity:
    writer = author(account, host=host)
    return Identity(external_id=writer.external_id, handle=writer.handle, name=writer.name)


def figures(account: Mapping[str, Any]) -> dict[str, int]:
    return {name: int(account[name]) for name in _FIGURES if name in account}


def receipt(found: Mapping[str, Any], *, host: str) -> Receipt:
    return Receipt(
        external_id=global_id(found["id"], host=host),
        url=web_address(found.get("url")),
        published_at=moment(found["created_at"]),
    )


def rate(headers: Mapping[str, str], *, now: datetime) -> Rate | None:
    """What is left of our calls; None for a server that does not say."""
    limit, remaining = (headers.get(f"x-ratelimit-{name}", "") for name in ("limit", "remaining"))
    reset_at = reset(headers, now=now)
    if not (limit or remaining or reset_at):
        return None
    return Rate(_count(limit), _count(remaining), reset_at)


def reset(headers: Mapping[str, str], *, now: datetime) -> datetime | None:
    """When the window starts anew: an ISO time on Mastodon, not Unix seconds."""
    try:
        return within_reason(moment(headers["x-ratelimit-reset"]), now=now)
    except (KeyError, ValueError):
        return None


def moment(text: str) -> datetime:
    """An ISO 8601 time as an aware one in UTC. Raises ValueError or TypeError."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def global_id(local: Any, *, host: str) -> str:
    """A server's id with the server in front. Raises TypeError for what cannot be an id."""
    own = clean(str(local)) if isinstance(local, (str, int)) else ""
    if not own or len(own) > LONGEST_LOCAL_ID:
        raise TypeError(f"no id: {str(local)[:80]!r}")
    return f"{host}:{own}"


def local_id(external_id: str) -> str:
    """The part that the server knows; also of an id without server, as old imports have it."""
    return external_id.rpartition(":")[2]


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
