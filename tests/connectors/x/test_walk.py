"""The walk back through a timeline: over pages, after a crash, over a hole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from connectors.errors import Rejected, Temporary
from connectors.types import Kind
from connectors.x.connector import X
from connectors.x.cursor import id_at, time_of
from tests.connectors.wire import Wire

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
Build = Callable[..., X]


def id_before(minutes: float) -> int:
    return id_at(NOW - timedelta(minutes=minutes))


def page(ids: Sequence[int], token: str = "") -> dict[str, Any]:
    meta = {"result_count": len(ids)} | ({"next_token": token} if token else {})
    found: dict[str, Any] = {"meta": meta}
    if ids:
        found["data"] = [{"id": str(one), "text": f"post {one}"} for one in ids]
    return found


def stored(batch_posts: Sequence[Any]) -> list[int]:
    return [int(post.external_id) for post in batch_posts]


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def test_the_first_page_is_asked_without_a_bound(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1)]))
    x().fetch({})
    asked = wire.asked[0]
    assert asked.path == "/2/users/900000000000000001/mentions"
    assert asked.query["max_results"] == "100"
    assert not {"since_id", "until_id", "pagination_token"} & set(asked.query)


def test_a_single_page_moves_the_high_mark(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1), id_before(3)]))
    batch = x().fetch({})
    assert batch.cursor == {"high": str(id_before(1))}
    assert batch.more is False


def test_the_high_mark_waits_for_the_last_page(x: Build, wire: Wire) -> None:
    old = {"high": str(id_before(600))}
    wire.answers(page([id_before(1), id_before(2)], "t1"))
    wire.answers(page([id_before(3)], "t2"))
    wire.answers(page([id_before(4)]))
    first = x().fetch(old)
    second = x().fetch(first.cursor)
    third = x().fetch(second.cursor)
    assert [first.more, second.more, third.more] == [True, True, False]
    assert [first.cursor["high"], second.cursor["high"]] == [old["high"], old["high"]]
    assert third.cursor == {"high": str(id_before(1))}
    assert [one.query.get("pagination_token") for one in wire.asked] == [None, "t1", "t2"]
    assert not any("until_id" in one.query for one in wire.asked)


def test_every_page_of_a_walk_asks_from_the_same_bound(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1)], "t1"))
    wire.answers(page([id_before(2)]))
    first = x().fetch({"high": str(id_before(600))})
    x().fetch(first.cursor)
    assert {one.query["since_id"] for one in wire.asked} == {str(id_before(660))}


def test_the_same_cursor_gives_the_same_page_again(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1)], "t1"))
    middle = x().fetch({"high": str(id_before(600))}).cursor
    wire.answers(page([id_before(2)], "t2"))
    wire.answers(page([id_before(2)], "t2"))
    lost, repeated = x().fetch(middle), x().fetch(middle)
    assert wire.asked[1].query == wire.asked[2].query
    assert (lost.posts, lost.cursor) == (repeated.posts, repeated.cursor)


def test_an_empty_page_in_the_middle_does_not_end_the_walk(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1)], "t1"))
    wire.answers(page([], "t2"))
    batch = x().fetch(x().fetch({}).cursor)
    assert batch.more is True
    assert batch.posts == ()


def test_nothing_new_leaves_the_high_mark(x: Build, wire: Wire) -> None:
    wire.answers(page([]))
    assert x().fetch({"high": "1990000000000000009"}).cursor == {"high": "1990000000000000009"}


def test_an_answer_without_page_marks_does_not_end_the_walk(x: Build, wire: Wire) -> None:
    wire.answers({"data": [{"id": "1", "text": "a"}]})
    with pytest.raises(Temporary):
        x().fetch({})


def test_a_stale_token_is_replaced_by_the_oldest_id(
    x: Build, wire: Wire, payload: Callable[[str], Any]
) -> None:
    wire.answers(page([id_before(1), id_before(2)], "stale"))
    middle = x().fetch({"high": str(id_before(600))}).cursor
    wire.answers(payload("problems")["invalid_token"], 400)
    wire.answers(page([id_before(3)]))
    batch = x().fetch(middle)
    assert (batch.posts, batch.more) == ((), True)
    last = x().fetch(batch.cursor)
    assert wire.asked[2].query["until_id"] == str(id_before(2))
    assert "pagination_token" not in wire.asked[2].query
    assert last.cursor == {"high": str(id_before(1))}


def test_a_bad_request_at_the_top_is_final(
    x: Build, wire: Wire, payload: Callable[[str], Any]
) -> None:
    wire.answers(payload("problems")["invalid_token"], 400)
    with pytest.raises(Rejected):
        x().fetch({})


def walked(x: Build, wire: Wire, high: int, pages: int, *, oldest_minutes: int) -> str:
    """The gap that the last page of a walk of so many pages reports."""
    cursor: Any = {"high": str(high)}
    for number in range(1, pages + 1):
        minutes = oldest_minutes * number / pages
        wire.answers(page([id_before(minutes)], f"t{number}" if number < pages else ""))
        batch = x().fetch(cursor)
        cursor = batch.cursor
        assert (not batch.gap) or number == pages
    return batch.gap


def test_a_walk_that_ends_at_the_reach_reports_a_gap(x: Build, wire: Wire) -> None:
    gap = walked(x, wire, id_before(3000), 8, oldest_minutes=2000)
    assert "newest 800" in gap
    assert "2026-11-21 10:00" in gap
    assert "2026-11-22 02:40" in gap


def test_a_walk_that_meets_the_high_mark_has_no_gap(x: Build, wire: Wire) -> None:
    assert walked(x, wire, id_before(3000), 8, oldest_minutes=3000) == ""


def test_a_short_walk_has_no_gap_when_the_newest_post_was_deleted(x: Build, wire: Wire) -> None:
    assert walked(x, wire, id_before(3000), 2, oldest_minutes=100) == ""


def test_the_first_walk_of_all_has_no_gap(x: Build, wire: Wire) -> None:
    cursor: Any = {}
    for number in range(8):
        wire.answers(page([id_before(number + 1)], "t" if number < 7 else ""))
        batch = x().fetch(cursor)
        cursor = batch.cursor
    assert (batch.more, batch.gap) == (False, "")


def test_search_asks_its_query_and_goes_on_by_next_token(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(1)], "t1"))
    wire.answers(page([id_before(2)]))
    search = x(Kind.SEARCH, query='"mbo college" lang:nl')
    search.fetch(search.fetch({}).cursor)
    assert [one.path for one in wire.asked] == ["/2/tweets/search/recent"] * 2
    assert wire.asked[1].query["next_token"] == "t1"
    assert wire.asked[1].query["query"] == '"mbo college" lang:nl'


def test_search_stays_inside_its_window_and_reports_the_hole(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(5)]))
    batch = x(Kind.SEARCH, query="mbo").fetch({"high": str(id_before(60 * 24 * 9))})
    since = time_of(int(wire.asked[0].query["since_id"]))
    assert timedelta(0) < since - (NOW - timedelta(days=7)) < timedelta(hours=1)
    assert "last 7 days" in batch.gap
    assert batch.cursor == {"high": str(id_before(5))}


def test_search_within_its_window_has_no_gap(x: Build, wire: Wire) -> None:
    wire.answers(page([id_before(5)]))
    batch = x(Kind.SEARCH, query="mbo").fetch({"high": str(id_before(60 * 24 * 6))})
    assert batch.gap == ""


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Kind.MENTIONS, {"address": "../tweets"}),
        (Kind.MENTIONS, {"address": ""}),
        (Kind.SEARCH, {"query": " "}),
        (Kind.COMMENTS, {}),
    ],
)
def test_a_target_that_makes_no_sense_is_refused_without_a_call(
    x: Build, wire: Wire, kind: Kind, given: dict[str, str]
) -> None:
    with pytest.raises(Rejected):
        x(kind, **given).fetch({})
    assert wire.asked == []
