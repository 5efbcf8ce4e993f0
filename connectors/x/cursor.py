"""Where we are in a timeline of X that only runs backwards.

`high` is the newest id of which everything older has been stored. A walk starts at the top, goes
back page by page until just below `high`, and only its end moves `high`: a killed worker repeats a
page, and never skips one. Pure; the cursor is the plain dictionary that the caller stores.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta

from connectors.types import Json, Kind

PAGE_SIZE = 100
REACH = 800
"""Mentions that X can still show; whatever is older cannot be asked for."""

SEARCH_DAYS = timedelta(days=7)
OVERLAP = timedelta(hours=1)
"""Asked for again on every walk: X indexes late, and not always in order."""

# X refuses a `since_id` older than its search window; the margin pays for clocks and for the walk.
_MARGIN = timedelta(minutes=10)
_EPOCH_MS = 1_288_834_974_657


def id_at(moment: datetime) -> int:
    """The smallest id that X can have given out at `moment` (aware)."""
    return max(0, int(moment.timestamp() * 1000) - _EPOCH_MS) << 22


def time_of(post_id: int) -> datetime:
    """When the post with this id was made (UTC)."""
    return datetime.fromtimestamp(((post_id >> 22) + _EPOCH_MS) / 1000, UTC)


@dataclass(frozen=True, slots=True)
class Walk:
    """One way back. `since` stays as it was at the start: every page asks the same question."""

    since: int
    newest: int = 0
    oldest: int = 0
    pages: int = 0
    token: str = ""

    @property
    def until(self) -> int:
        """The id to go on below when there is no pagination token; 0 at the top."""
        return 0 if self.token else self.oldest


def high_of(cursor: Json) -> int:
    return int(cursor.get("high") or 0)


def resume(cursor: Json, kind: Kind, *, now: datetime) -> Walk:
    """The unfinished walk of this cursor, or a new one from the top."""
    unfinished = cursor.get("walk")
    if unfinished:
        numbers = {name: int(unfinished[name]) for name in ("since", "newest", "oldest", "pages")}
        return Walk(**numbers, token=str(unfinished["token"]))
    high = high_of(cursor)
    since = max(0, high - (int(OVERLAP.total_seconds() * 1000) << 22))
    if kind is Kind.SEARCH and high:
        since = max(since, id_at(now - SEARCH_DAYS + _MARGIN))
    return Walk(since=since)


def step(walk: Walk, ids: list[int], next_token: str) -> Walk:
    """The walk after a page with these ids."""
    seen = [post_id for post_id in (walk.newest, walk.oldest, *ids) if post_id]
    return Walk(
        since=walk.since,
        newest=max(seen, default=0),
        oldest=min(seen, default=0),
        pages=walk.pages + 1,
        token=next_token,
    )


def without_token(walk: Walk) -> Walk:
    """The same walk for when X forgot the token: it goes on below the oldest post that we saw."""
    return replace(walk, token="")


def unfinished(cursor: Json, walk: Walk) -> dict[str, object]:
    """The cursor in the middle of a walk. Ids are text: JSON readers round large numbers."""
    kept = {name: str(value) for name, value in asdict(walk).items()}
    return {**({"high": cursor["high"]} if high_of(cursor) else {}), "walk": kept}


def finished(cursor: Json, walk: Walk) -> dict[str, object]:
    """The cursor after the last page of a walk."""
    high = max(high_of(cursor), walk.newest)
    return {"high": str(high)} if high else {}


def gap(cursor: Json, walk: Walk, kind: Kind) -> str:
    """What this finished walk could not reach, in plain words; empty when it reached all."""
    high = high_of(cursor)
    if not high:
        return ""
    if kind is Kind.SEARCH and walk.since > high:
        return _missing(high, walk.since, "X searches the last 7 days only")
    if kind is Kind.MENTIONS and walk.pages * PAGE_SIZE >= REACH and walk.oldest > high:
        return _missing(high, walk.oldest, f"X shows the newest {REACH} mentions only")
    return ""


def _missing(older: int, newer: int, reason: str) -> str:
    start, end = (time_of(post_id).strftime("%Y-%m-%d %H:%M") for post_id in (older, newer))
    return f"{reason}: posts between {start} and {end} UTC may be missing."
