"""One step through what is new on a page: posts that tag it, posts of visitors, comments.

What the page itself wrote is no mention and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from connectors.errors import Gone
from connectors.facebook import cursor as cursors
from connectors.facebook import normalise
from connectors.facebook.cursor import Walk
from connectors.facebook.graph import Graph
from connectors.facebook.problems import InvalidRequest
from connectors.types import Kind, Post, Unparsed

POSTS_PER_PAGE = 25
COMMENTS_PER_PAGE = 50
POST_FIELDS = "id,message,story,from,created_time,permalink_url,status_type,shares"
COMMENT_FIELDS = "id,message,from,created_time,permalink_url,parent{id},like_count,comment_count"


@dataclass
class Harvest:
    """What one page yielded. `page_id` is us; what is older than `since` (Unix seconds) is known.

    For tags `since` is 0: Facebook bounds those itself, by when the page was tagged.
    """

    page_id: str
    since: int
    posts: dict[str, Post] = field(default_factory=dict)
    unparsed: list[Unparsed] = field(default_factory=list)

    def add(self, posts: list[Post], unparsed: list[Unparsed]) -> None:
        self.unparsed += unparsed
        self.posts |= {post.external_id: post for post in posts if self._is_wanted(post)}

    def add_comments(self, things: Any, post_id: str) -> None:
        self.add(*comments(things if isinstance(things, list) else [], post_id))

    def _is_wanted(self, post: Post) -> bool:
        is_own = post.author is not None and post.author.external_id == self.page_id
        return not is_own and post.published_at.timestamp() >= self.since


def comments(things: list[Any], post_id: str) -> tuple[list[Post], list[Unparsed]]:
    return normalise.several(things, partial(normalise.comment, post_id=post_id))


def step(graph: Graph, walk: Walk, kind: Kind, harvest: Harvest) -> Walk:
    """One call: the rest of a long discussion if there is one, else the next page of posts."""
    if walk.deep:
        return _discussion(graph, walk, harvest)
    return _posts(graph, walk, kind, harvest)


def _posts(graph: Graph, walk: Walk, kind: Kind, harvest: Harvest) -> Walk:
    edge = "tagged" if kind is Kind.MENTIONS else "feed"
    bounds = {"limit": POSTS_PER_PAGE, "since": walk.posts_since, **walk.mark}
    try:
        found = graph.edge(harvest.page_id, edge, fields=_fields(kind, walk.since), **bounds)
    except InvalidRequest:
        if not walk.mark or cursors.goes_by_time(walk):
            raise
        return cursors.lost(walk)
    harvest.add(*normalise.several(found["data"], normalise.post))
    times = [moment for thing in found["data"] if (moment := _made_at(thing))]
    walk = cursors.listed(walk, times, cursors.onwards(found.get("paging")))
    return cursors.deepen(walk, _nested(found["data"], harvest))


def _fields(kind: Kind, since: int) -> str:
    if kind is Kind.MENTIONS:
        return POST_FIELDS
    # `stream` also holds answers to comments. Facebook may rank comments against any order that we
    # ask for, so `since` bounds them and not "until the first one that we know".
    how = f"filter(stream).since({since}).limit({COMMENTS_PER_PAGE})"
    return f"{POST_FIELDS},comments.{how}{{{COMMENT_FIELDS}}}"


def _nested(things: list[Any], harvest: Harvest) -> list[tuple[str, cursors.Mark]]:
    """Harvests the comments inside these posts; gives the posts that have more of them."""
    deep: list[tuple[str, cursors.Mark]] = []
    for thing in things:
        below = thing.get("comments") if isinstance(thing, Mapping) else None
        if not isinstance(below, Mapping):
            continue
        post_id = str(thing.get("id"))
        harvest.add_comments(below.get("data"), post_id)
        if mark := cursors.onwards(below.get("paging")):
            deep.append((post_id, mark))
    return deep


def _discussion(graph: Graph, walk: Walk, harvest: Harvest) -> Walk:
    """The next page of comments of the first deep post; its trouble must not stop the others."""
    post_id, mark = walk.deep[0]
    bounds = {"filter": "stream", "limit": COMMENTS_PER_PAGE, "since": walk.since, **mark}
    try:
        found = graph.edge(post_id, "comments", fields=COMMENT_FIELDS, **bounds)
    except Gone:
        return cursors.after_deep(walk, None)
    except InvalidRequest as fault:
        if mark:
            return cursors.after_deep(walk, {})
        harvest.unparsed.append(Unparsed({"id": post_id}, str(fault)))
        return cursors.after_deep(walk, None)
    harvest.add_comments(found["data"], post_id)
    return cursors.after_deep(walk, cursors.onwards(found.get("paging")) or None)


def _made_at(thing: Any) -> int:
    """When a post was made, in Unix seconds; 0 when it does not say."""
    try:
        return int(normalise.time(thing["created_time"]).timestamp())
    except (KeyError, TypeError, ValueError, OverflowError):
        return 0
