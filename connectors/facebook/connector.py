"""The calls to a Facebook page: tags, comments, replies, figures and rechecks. Never a sleep."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar

from connectors.errors import Gone, OutcomeUnknown, Rejected, Temporary
from connectors.facebook import cursor as cursors
from connectors.facebook import reading
from connectors.facebook.graph import Graph, checked_id, is_id, items
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

METRICS = (
    "page_follows",
    "page_media_view",
    "page_total_media_view_unique",
    "page_post_engagements",
)
"""Page insights by day. Facebook retires names often; one that it does not know is left out."""

LOOKUP_SIZE = 50
OWN_PAGES = 5
"""Pages of comments under one parent that a search for a lost reply may take."""

_OWN_PAGE_SIZE = 100
_CLOCKS = timedelta(minutes=5)


class Facebook:
    """The posts that tag one page, or the comments and visitors' posts on it."""

    ability: ClassVar[Ability] = Ability(
        kinds=frozenset({Kind.MENTIONS, Kind.COMMENTS}),
        can_reply=True,
        can_measure=True,
        text_limit=8000,
        min_interval=120,
        keys=("access_token", "app_secret"),
    )

    def __init__(self, target: Target) -> None:
        self._target = target

    def fetch(self, cursor: Json) -> Batch:
        """One page of the walk back to the `high` mark (see `connectors.facebook.cursor`)."""
        kind = self._target.kind
        if kind not in self.ability.kinds:
            raise Rejected(f"A Facebook page cannot deliver {kind}.")
        walk = cursors.resume(cursor, kind, now=datetime.now(UTC))
        harvest = reading.Harvest(
            page_id=self._page_id, since=walk.since if kind is Kind.COMMENTS else 0
        )
        walk = reading.step(self._graph, walk, kind, harvest)
        return Batch(
            posts=tuple(harvest.posts.values()),
            cursor=cursors.to_json(cursor, walk),
            more=not walk.is_done,
            unparsed=tuple(harvest.unparsed),
            rate=self._graph.rate,
            gap=cursors.gap(cursor, walk, kind) if walk.is_done else "",
        )

    def check(self) -> Identity:
        """Which page the token reads."""
        page = self._graph.read(self._page_id, fields="id,name,username")
        return Identity(
            external_id=str(page["id"]),
            handle=str(page.get("username") or page["id"]),
            name=str(page.get("name") or ""),
        )

    def measure(self) -> Stats:
        """Followers, and each metric of `METRICS` that Facebook still knows and lets us see."""
        page = self._graph.read(self._page_id, fields="followers_count")
        values = {name: self._insight(name) for name in METRICS}
        values["followers_count"] = page.get("followers_count")
        known = {name: value for name, value in values.items() if type(value) is int}
        return Stats(at=datetime.now(UTC), values=known)

    def reply(self, outgoing: Outgoing) -> Receipt:
        """Comment once, as the page. Facebook knows no key of ours: doubt must be looked up."""
        parent = checked_id(outgoing.in_reply_to, "post or comment")
        made = self._graph.write(parent, "comments", message=outgoing.text)
        if not is_id(str(made.get("id") or "")):
            raise OutcomeUnknown("Facebook took the reply, but its answer was unreadable.")
        return Receipt(external_id=str(made["id"]))

    def find_reply(
        self, outgoing: Outgoing, *, since: datetime, besides: Collection[str] = ()
    ) -> Receipt | None:
        """Our own comment since `since` under this parent, with this text.

        Facebook hangs an answer to an answer below the first comment, so that is searched as well.
        """
        parent = checked_id(outgoing.in_reply_to, "post or comment")
        for place in self._places(parent):
            for post in self._comments_below(place, since - _CLOCKS):
                is_other = post.external_id in besides or not self._is_own(post)
                if not is_other and _comparable(post.text) == _comparable(outgoing.text):
                    return Receipt(post.external_id, post.url, post.published_at)
        return None

    def measure_text(self, text: str) -> int:
        return len(text)

    def still_there(self, external_ids: Sequence[str]) -> frozenset[str]:
        """Which of these posts and comments Facebook still shows to us."""
        asked = [one for one in dict.fromkeys(external_ids) if is_id(one)]
        standing: set[str] = set()
        for start in range(0, len(asked), LOOKUP_SIZE):
            standing |= self._standing(asked[start : start + LOOKUP_SIZE])
        return frozenset(standing)

    def _standing(self, ids: Sequence[str]) -> set[str]:
        """One id that is gone fails the whole call, and may go unnamed: so halve and ask again."""
        try:
            found = self._graph.several(ids, fields="id")
        except Gone:
            if len(ids) == 1:
                return set()
            middle = len(ids) // 2
            return self._standing(ids[:middle]) | self._standing(ids[middle:])
        return {one for one in ids if one in found}

    def _insight(self, metric: str) -> Any:
        """The newest daily value of one metric; None when Facebook refuses it."""
        try:
            page = self._graph.edge(self._page_id, "insights", metric=metric, period="day")
        except Rejected:
            return None
        days = [day for row in items(page, "data") for day in items(row, "values")]
        return days[-1].get("value") if days else None

    def _places(self, parent: str) -> Iterator[str]:
        yield parent
        try:
            above = self._graph.read(parent, fields="parent{id}").get("parent")
        except Rejected:
            return  # a post has no such field
        if isinstance(above, Mapping) and is_id(str(above.get("id") or "")):
            yield str(above["id"])

    def _comments_below(self, parent: str, since: datetime) -> Iterator[Post]:
        mark: cursors.Mark = {}
        for _ in range(OWN_PAGES):
            page = self._graph.edge(
                parent,
                "comments",
                filter="stream",
                fields=reading.COMMENT_FIELDS,
                limit=_OWN_PAGE_SIZE,
                since=int(since.timestamp()),
                **mark,
            )
            found = reading.comments(page["data"], parent)[0]
            yield from (post for post in found if post.published_at >= since)
            mark = cursors.onwards(page.get("paging"))
            if not mark:
                return
        raise Temporary("There are too many comments to say that our reply is not among them.")

    def _is_own(self, post: Post) -> bool:
        return post.author is not None and post.author.external_id == self._page_id

    @property
    def _page_id(self) -> str:
        return checked_id(self._target.address, "page")

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._target.credentials, self._target.base_url)


def _comparable(text: str) -> str:
    """`text` without what may change on the way: blanks and the form of accents."""
    return " ".join(unicodedata.normalize("NFC", text).split())
