"""The calls to a feed: one conditional GET, and no work at all when nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import ClassVar

import httpx2

from connectors.errors import Rejected
from connectors.http import Answer, Client
from connectors.rss import document, normalise
from connectors.types import Ability, Batch, Identity, Json, Kind, Target

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.8, */*;q=0.5"
)
_VALIDATORS = {"etag": "If-None-Match", "modified": "If-Modified-Since"}


def _now() -> datetime:
    return datetime.now(UTC)


class Rss:
    """One feed. The cursor holds the feed's own validators (`etag`, `modified`) and our `hash`."""

    ability: ClassVar[Ability] = Ability(kinds=frozenset({Kind.FEED}), min_interval=60)

    def __init__(
        self,
        target: Target,
        *,
        clock: Callable[[], datetime] = _now,
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        self._address = target.address.strip() or target.base_url.strip()
        self._clock = clock
        self._client = Client(
            trusted_hosts=target.trusted_hosts, headers={"Accept": _ACCEPT}, transport=transport
        )

    def fetch(self, cursor: Json) -> Batch:
        """The whole feed, or nothing when it says or shows that it is the same as before."""
        answer = self._get(_conditions(cursor))
        if answer.status == 304:
            return Batch(posts=(), cursor=cursor, moved_to=answer.moved_to)
        mark = _mark(answer)
        if mark["hash"] == cursor.get("hash"):
            return Batch(posts=(), cursor=mark, moved_to=answer.moved_to)
        feed = self._read(answer)
        posts, empty = normalise.posts(feed.items, host=self._host, now=self._clock())
        gap = f"The feed is too long: {feed.left_out} items were left out." if feed.left_out else ""
        return Batch(
            posts=posts,
            cursor=mark,
            unparsed=feed.unparsed + empty,
            moved_to=answer.moved_to,
            gap=gap,
        )

    def check(self) -> Identity:
        """Read the feed once; its title is its name."""
        feed = self._read(self._get({}))
        return Identity(external_id=self._address, handle=self._host, name=feed.title)

    @property
    def _host(self) -> str:
        """The host of the configured address, so that ids stay when the feed sends us on."""
        return httpx2.URL(self._address).host

    def _get(self, conditions: dict[str, str]) -> Answer:
        if not self._address:
            raise Rejected("The feed has no address.")
        return self._client.read(self._address, headers=conditions)

    def _read(self, answer: Answer) -> document.Document:
        return document.read(
            answer.body,
            content_type=answer.headers.get("content-type", ""),
            address=self._address,
        )


def _conditions(cursor: Json) -> dict[str, str]:
    """Both validators, as the feed gave them: some servers look at one, some at the other."""
    return {header: str(cursor[key]) for key, header in _VALIDATORS.items() if cursor.get(key)}


def _mark(answer: Answer) -> dict[str, str]:
    """What to compare with next time; a validator that cannot be sent back is not kept."""
    mark = {"hash": hashlib.sha256(answer.body).hexdigest()}
    for key, header in (("etag", "etag"), ("modified", "last-modified")):
        value = answer.headers.get(header, "")
        if value and value.isascii() and value.isprintable() and len(value) <= 500:
            mark[key] = value
    return mark
