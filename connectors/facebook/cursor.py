"""Where we are in an edge of the Graph API that runs backwards by opaque marks.

`high` is when the last complete walk began: everything made before it is stored. A walk asks again
from one day below it, follows Facebook's marks page by page, looks into posts with many comments on
the way, and only its end moves `high`. Pure; the cursor is the plain dictionary that the caller
stores, and no token is ever in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors.types import Json, Kind

OVERLAP = timedelta(days=1)
WINDOW = timedelta(days=30)
"""How old a post may be for us to look at its comments, and how far the first walk of all goes."""

_MARKS = ("after", "until", "__paging_token")

Mark = Mapping[str, str]
"""Parameters that lead to a next page; empty for the first."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One way back; times are Unix seconds.

    `since` bounds what is new, `posts_since` bounds the posts that are asked for. `deep` are posts
    whose comments did not fit, with the mark of their next page. `retried` is the time from which
    we went on after a mark got lost.
    """

    began: int
    since: int
    posts_since: int
    mark: Mark = field(default_factory=dict)
    oldest: int = 0
    retried: int = 0
    deep: tuple[tuple[str, Mark], ...] = ()
    is_listed: bool = False

    @property
    def is_done(self) -> bool:
        return self.is_listed and not self.deep


def resume(cursor: Json, kind: Kind, *, now: datetime) -> Walk:
    """The unfinished walk of this cursor, or a new one from the top."""
    unfinished = cursor.get("walk")
    if unfinished:
        deep = tuple((str(post_id), dict(mark)) for post_id, mark in unfinished["deep"])
        return Walk(**{**unfinished, "deep": deep})
    began, high = int(now.timestamp()), int(cursor.get("high") or 0)
    window = began - int(WINDOW.total_seconds())
    since = high - int(OVERLAP.total_seconds()) if high else window
    return Walk(began=began, since=since, posts_since=since if kind is Kind.MENTIONS else window)


def listed(walk: Walk, times: list[int], onwards: Mark) -> Walk:
    """The walk after a page of posts made at `times`."""
    seen = [*times, *([walk.oldest] if walk.oldest else [])]
    walk = replace(walk, oldest=min(seen, default=0))
    is_blank = not times and not onwards
    if is_blank and walk.mark and walk.oldest != walk.retried:
        return lost(walk)  # a mark whose post was deleted gives an empty page as well
    return replace(walk, mark=onwards, is_listed=not onwards)


def lost(walk: Walk) -> Walk:
    """The same walk when its mark no longer works: it goes on by time, or from the top."""
    mark = {"until": str(walk.oldest + 1)} if walk.oldest else {}
    return replace(walk, mark=mark, retried=walk.oldest)


def goes_by_time(walk: Walk) -> bool:
    return set(walk.mark) == {"until"}


def deepen(walk: Walk, more: list[tuple[str, Mark]]) -> Walk:
    """The walk with posts whose comments have another page; these go first."""
    return replace(walk, deep=(*more, *walk.deep))


def after_deep(walk: Walk, onwards: Mark | None) -> Walk:
    """The walk after a page of comments of the first deep post; None ends that post."""
    (post_id, _), *rest = walk.deep
    first = [] if onwards is None else [(post_id, onwards)]
    return replace(walk, deep=(*first, *rest))


def to_json(cursor: Json, walk: Walk) -> dict[str, Any]:
    """The cursor to store: in the middle of the walk, or after its end."""
    if walk.is_done:
        return {"high": walk.began}
    high = {"high": cursor["high"]} if cursor.get("high") else {}
    deep = [[post_id, dict(mark)] for post_id, mark in walk.deep]
    return {**high, "walk": {**asdict(walk), "mark": dict(walk.mark), "deep": deep}}


def gap(cursor: Json, walk: Walk, kind: Kind) -> str:
    """What a finished walk could not reach, in plain words; empty when it reached all."""
    high = int(cursor.get("high") or 0)
    if kind is not Kind.COMMENTS or not high or high >= walk.posts_since:
        return ""
    start, end = (
        datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M")
        for moment in (high, walk.posts_since)
    )
    days = WINDOW.days
    return (
        f"We look at comments on posts of the last {days} days only: "
        f"posts between {start} and {end} UTC, and comments on them, may be missing."
    )


def onwards(paging: Any) -> dict[str, str]:
    """The mark of the next page, out of Facebook's `paging` without the token; {} on the last."""
    if not isinstance(paging, Mapping) or not paging.get("next"):
        return {}
    query = parse_qs(urlsplit(str(paging["next"])).query)
    found = {name: query[name][0] for name in _MARKS if name in query}
    cursors = paging.get("cursors")
    if not found and isinstance(cursors, Mapping) and cursors.get("after"):
        return {"after": str(cursors["after"])}
    return found
