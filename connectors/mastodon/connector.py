"""The calls to one Mastodon server. One pass each, never a sleep."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import httpx2

from connectors.errors import ConnectorError, Gone, OutcomeUnknown, Rejected, Temporary
from connectors.http import Answer
from connectors.mastodon import normalise, paging
from connectors.mastodon.server import Server
from connectors.mastodon.text import LIMIT, addressed, comparable, measure
from connectors.types import (
    Ability,
    Batch,
    Identity,
    Json,
    Kind,
    Outgoing,
    Post,
    Receipt,
    Stats,
    Target,
)

OWN_PAGES = 5
"""Pages of our own statuses that a search for a lost reply may take."""

PAGE_SIZE = 40
LOOKUP_SIZE = 20
_CLOCKS = timedelta(minutes=5)
_VISIBILITIES = frozenset({"public", "unlisted", "private", "direct"})


class Mastodon:
    """One account's mentions, one hashtag ("#mbo") or one search on one server."""

    ability: ClassVar[Ability] = Ability(
        kinds=frozenset({Kind.MENTIONS, Kind.SEARCH}),
        can_reply=True,
        can_measure=True,
        text_limit=LIMIT,
        answers_by_name=True,
        min_interval=30,
        keys=("access_token",),
    )

    def __init__(self, target: Target, *, transport: httpx2.BaseTransport | None = None) -> None:
        self._target = target
        self._server = Server(target, transport)

    def fetch(self, cursor: Json) -> Batch:
        """One page: forwards from the cursor, but a search walks back (see `paging`)."""
        query = self._target.query.strip()
        if self._target.kind is Kind.MENTIONS:
            return self._mentions(cursor)
        if self._target.kind is not Kind.SEARCH or not query:
            raise Rejected("Mastodon gives mentions, or a search for a hashtag or words.")
        return (
            self._hashtag(query, cursor) if query.startswith("#") else self._search(query, cursor)
        )

    def check(self) -> Identity:
        with _understood(Temporary):
            return normalise.identity(self._account(), host=self._server.host)

    def measure(self) -> Stats:
        with _understood(Temporary):
            return Stats(at=datetime.now(UTC), values=normalise.figures(self._account()))

    def reply(self, outgoing: Outgoing) -> Receipt:
        """Answer the author by name, and no more publicly than the post that we answer."""
        self._server.need_token()
        parent_id = self._server.local(outgoing.in_reply_to)
        parent = self._server.get("v1", "statuses", parent_id).json_object()
        with _understood(Temporary):
            author = parent["account"]
            full = normalise.handle(author, host=self._server.host)
            text = addressed(outgoing.text, str(author["acct"]), full)
        form = {"status": text, "in_reply_to_id": parent_id}
        if parent.get("visibility") in _VISIBILITIES:
            form["visibility"] = parent["visibility"]
        answer = self._server.post("v1", "statuses", form=form, key=outgoing.key)
        with _understood(OutcomeUnknown):
            return normalise.receipt(answer.json_object(), host=self._server.host)

    def find_reply(
        self, outgoing: Outgoing, *, since: datetime, besides: Collection[str] = ()
    ) -> Receipt | None:
        """Our own status since `since` with this parent and this text."""
        wanted = (self._server.local(outgoing.in_reply_to), comparable(outgoing.text))
        with _understood(Temporary):
            path = ("v1", "accounts", str(self._account()["id"]), "statuses")
        oldest = ""
        for _ in range(OWN_PAGES):
            bounds = {"exclude_reblogs": "true", "max_id": oldest, "limit": PAGE_SIZE}
            items = self._server.get(*path, **bounds).json_array()
            for post in paging.parsed(items, self._status)[0]:
                if post.published_at < since - _CLOCKS:
                    return None
                said = (normalise.local_id(post.in_reply_to), comparable(post.text))
                if said == wanted and post.external_id not in besides:
                    return Receipt(post.external_id, post.url, post.published_at)
            oldest = paging.oldest(items)
            if not items:
                return None
        raise Temporary("Our own statuses are too many to say that a reply is not among them.")

    def measure_text(self, text: str) -> int:
        return measure(text)

    def still_there(self, external_ids: Sequence[str]) -> frozenset[str]:
        """Which of these the server still shows to us.

        A post of another server counts as there: that we cannot ask is no proof that it is gone.
        """
        own = {one: normalise.local_id(one) for one in external_ids if self._server.owns(one)}
        local = list(own.values())
        standing: set[str] = set()
        for start in range(0, len(local), LOOKUP_SIZE):
            standing |= self._standing(local[start : start + LOOKUP_SIZE])
        gone = set(local) - standing
        return frozenset(one for one in external_ids if own.get(one) not in gone)

    def _mentions(self, cursor: Json) -> Batch:
        self._server.need_token()
        bounds = {"types[]": "mention", "min_id": cursor.get("min_id"), "limit": PAGE_SIZE}
        answer = self._server.get("v1", "notifications", **bounds)
        items = answer.json_array()
        return self._batch(answer, items, self._mention, paging.forward(items, cursor))

    def _hashtag(self, query: str, cursor: Json) -> Batch:
        """Many servers show a hashtag to anyone, so this goes without a token too."""
        path = ("v1", "timelines", "tag", query.lstrip("#"))
        answer = self._server.get(*path, min_id=cursor.get("min_id"), limit=PAGE_SIZE)
        items = answer.json_array()
        return self._batch(answer, items, self._status, paging.forward(items, cursor))

    def _search(self, query: str, cursor: Json) -> Batch:
        self._server.need_token()
        bounds = {"max_id": cursor.get("walk"), "limit": PAGE_SIZE}
        answer = self._server.get("v2", "search", q=query, type="statuses", **bounds)
        items = answer.json_object().get("statuses")
        if not isinstance(items, list):
            raise Temporary("The search was answered without statuses.")
        return self._batch(answer, items, self._status, paging.backward(items, cursor))

    def _batch(
        self,
        answer: Answer,
        items: list[Any],
        read: Callable[[Any], Post | None],
        step: paging.Step,
    ) -> Batch:
        posts, unparsed = paging.parsed(items, read)
        rate = normalise.rate(answer.headers, now=datetime.now(UTC))
        return Batch(posts, step.cursor, step.more, unparsed, rate)

    def _standing(self, local: list[str]) -> set[str]:
        """One call for all; a server before 4.3 does not know it and is asked one by one."""
        try:
            items = self._server.get("v1", "statuses", **{"id[]": local}).json_array()
        except Gone:
            return {one for one in local if self._stands(one)}
        return {str(one.get("id")) for one in items if isinstance(one, dict)}

    def _stands(self, local_id: str) -> bool:
        try:
            self._server.get("v1", "statuses", local_id)
        except Gone:
            return False
        return True

    def _account(self) -> Json:
        self._server.need_token()
        return self._server.get("v1", "accounts", "verify_credentials").json_object()

    def _status(self, found: Any) -> Post:
        return normalise.status(found, host=self._server.host)

    def _mention(self, found: Any) -> Post | None:
        """The status in a notification; None for another kind, from servers that send them all."""
        return self._status(found["status"]) if found["type"] == "mention" else None


@contextmanager
def _understood(unreadable: type[ConnectorError]) -> Iterator[None]:
    try:
        yield
    except normalise.ODD as error:
        raise unreadable("The server's answer has another shape than we know.") from error
