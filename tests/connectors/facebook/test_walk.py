"""The walk back through a page: over marks, into long discussions, after a crash, over a hole."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest

from connectors.errors import Rejected, Temporary
from connectors.facebook.connector import Facebook
from connectors.types import Kind
from tests.connectors.facebook.conftest import NOW, PAGE_ID, TOKEN
from tests.connectors.wire import Wire

Build = Callable[..., Facebook]
Payload = Callable[[str], Any]
BEGAN = int(NOW.timestamp())
DAY = 86_400
HIGH = BEGAN - 3600


def thing(number: int, hours: float, **more: Any) -> dict[str, Any]:
    moment = NOW - timedelta(hours=hours)
    made = f"{moment:%Y-%m-%dT%H:%M:%S}+0000"
    return {"id": f"7_{number}", "message": f"post {number}", "created_time": made, **more}


def edge(things: Sequence[Any], after: str = "") -> dict[str, Any]:
    if not after:
        return {"data": list(things)}
    address = f"https://graph.facebook.com/v26.0/1/x?access_token={TOKEN}&limit=25&after={after}"
    return {"data": list(things), "paging": {"cursors": {"after": after}, "next": address}}


def ids(batch: Any) -> list[str]:
    return [post.external_id for post in batch.posts]


def test_tags_are_asked_from_a_day_before_the_last_walk(page: Build, wire: Wire) -> None:
    wire.answers(edge([thing(1, 0.5)]))
    batch = page().fetch({"high": HIGH})
    assert wire.asked[0].path == f"/v26.0/{PAGE_ID}/tagged"
    assert wire.asked[0].query["since"] == str(HIGH - DAY)
    assert ids(batch) == ["7_1"]
    assert (batch.cursor, batch.more) == ({"high": BEGAN}, False)


def test_the_first_walk_goes_back_thirty_days(page: Build, wire: Wire) -> None:
    wire.answers(edge([]))
    page().fetch({})
    assert wire.asked[0].query["since"] == str(BEGAN - 30 * DAY)


def test_the_high_mark_waits_for_the_last_page(page: Build, wire: Wire) -> None:
    wire.answers(edge([thing(1, 1)], "a1"))
    wire.answers(edge([], "a2"))
    wire.answers(edge([thing(2, 2)]))
    first = page().fetch({"high": HIGH})
    second = page().fetch(first.cursor)
    third = page().fetch(second.cursor)
    assert [first.more, second.more, third.more] == [True, True, False]
    assert [first.cursor["high"], second.cursor["high"], third.cursor] == [
        HIGH,
        HIGH,
        {"high": BEGAN},
    ]
    assert [one.query.get("after") for one in wire.asked] == [None, "a1", "a2"]
    assert len({one.query["since"] for one in wire.asked}) == 1


def test_the_cursor_survives_json_and_holds_no_token(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("tagged"))
    cursor = page().fetch({"high": HIGH}).cursor
    assert json.loads(json.dumps(cursor)) == cursor
    assert "geheim" not in json.dumps(cursor)
    assert "f00" not in json.dumps(cursor)


def test_a_next_page_without_parameters_is_found_by_its_cursor(page: Build, wire: Wire) -> None:
    following = {"cursors": {"after": "c9"}, "next": "https://graph.facebook.com/v26.0/next"}
    wire.answers({"data": [thing(1, 1)], "paging": following})
    wire.answers(edge([]))
    page().fetch(page().fetch({}).cursor)
    assert wire.asked[1].query["after"] == "c9"


def test_the_same_cursor_gives_the_same_page_again(page: Build, wire: Wire) -> None:
    wire.answers(edge([thing(1, 1)], "a1"))
    middle = page().fetch({"high": HIGH}).cursor
    for _ in range(2):
        wire.answers(edge([thing(2, 2)], "a2"))
    lost, repeated = page().fetch(middle), page().fetch(middle)
    assert wire.asked[1].query == wire.asked[2].query
    assert (lost.posts, lost.cursor) == (repeated.posts, repeated.cursor)


@pytest.mark.parametrize("how", ["refused", "empty"])
def test_a_mark_that_got_lost_is_replaced_by_a_time(
    page: Build, wire: Wire, payload: Payload, how: str
) -> None:
    wire.answers(edge([thing(1, 1)], "a1"))
    if how == "refused":
        wire.answers(payload("errors")["parameter"], 400)
    else:
        wire.answers(edge([]))
    wire.answers(edge([thing(2, 2)]))
    cursor = page().fetch({"high": HIGH}).cursor
    blank = page().fetch(cursor)
    last = page().fetch(blank.cursor)
    assert (blank.posts, blank.more) == ((), True)
    assert wire.asked[2].query["until"] == str(BEGAN - 3600 + 1)
    assert ids(last) == ["7_2"]
    assert last.cursor == {"high": BEGAN}


def test_an_empty_page_by_time_is_the_end(page: Build, wire: Wire) -> None:
    wire.answers(edge([thing(1, 1)], "a1"))
    wire.answers(edge([]))
    wire.answers(edge([]))
    cursor: Any = {}
    for more in (True, True, False):
        batch = page().fetch(cursor)
        cursor = batch.cursor
        assert batch.more is more


def test_a_refusal_of_the_time_itself_is_final(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(edge([thing(1, 1)], "a1"))
    wire.answers(payload("errors")["parameter"], 400)
    wire.answers(payload("errors")["parameter"], 400)
    by_time = page().fetch(page().fetch({}).cursor).cursor
    with pytest.raises(Rejected):
        page().fetch(by_time)


def test_a_refusal_at_the_top_is_final(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("errors")["parameter"], 400)
    with pytest.raises(Rejected):
        page().fetch({})


def test_an_answer_without_data_does_not_end_the_walk(page: Build, wire: Wire) -> None:
    wire.answers({"paging": {}})
    with pytest.raises(Temporary):
        page().fetch({})


def test_comments_come_with_the_posts_of_thirty_days(page: Build, wire: Wire) -> None:
    wire.answers(edge([]))
    page(Kind.COMMENTS).fetch({"high": HIGH})
    asked = wire.asked[0]
    assert asked.path == f"/v26.0/{PAGE_ID}/feed"
    assert asked.query["since"] == str(BEGAN - 30 * DAY)
    assert f"comments.filter(stream).since({HIGH - DAY}).limit(50){{id," in asked.query["fields"]


def test_comments_and_visitors_are_told_but_not_the_page_itself(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("feed"))
    batch = page(Kind.COMMENTS).fetch({"high": HIGH})
    assert ids(batch) == [
        "900000000000001_122200000000000090",
        "122200000000000100_501",
        "122200000000000100_503",
    ]


def test_a_long_discussion_is_read_to_its_end_before_the_next_posts(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("feed") | {"paging": edge([], "f2")["paging"]})
    wire.answers(edge([thing(11, 1)], "c2"))
    wire.answers(edge([thing(12, 2)]))
    wire.answers(edge([thing(13, 3)]))
    cursor: Any = {"high": HIGH}
    batches = []
    for _ in range(4):
        batches.append(page(Kind.COMMENTS).fetch(cursor))
        cursor = json.loads(json.dumps(batches[-1].cursor))
    post_id = "900000000000001_122200000000000100"
    assert [one.path.removeprefix("/v26.0/") for one in wire.asked] == [
        f"{PAGE_ID}/feed",
        f"{post_id}/comments",
        f"{post_id}/comments",
        f"{PAGE_ID}/feed",
    ]
    assert [one.query.get("after") for one in wire.asked] == [None, "RkNvbW1lbnRz", "c2", "f2"]
    assert wire.asked[1].query["filter"] == "stream"
    assert [batch.more for batch in batches] == [True, True, True, False]
    assert batches[1].posts[0].conversation == post_id
    assert cursor == {"high": BEGAN}


def test_an_item_that_comes_twice_is_told_once(page: Build, wire: Wire) -> None:
    wire.answers(edge([thing(1, 1), thing(1, 1)]))
    assert ids(page().fetch({})) == ["7_1"]


def deep_cursor(page: Build, wire: Wire, payload: Payload) -> Any:
    wire.answers(payload("feed"))
    return page(Kind.COMMENTS).fetch({"high": HIGH}).cursor


def test_a_discussion_that_is_gone_does_not_stop_the_walk(
    page: Build, wire: Wire, payload: Payload
) -> None:
    cursor = deep_cursor(page, wire, payload)
    wire.answers(payload("errors")["gone"], 400)
    batch = page(Kind.COMMENTS).fetch(cursor)
    assert (batch.posts, batch.more, batch.cursor) == ((), False, {"high": BEGAN})


def test_a_lost_mark_in_a_discussion_starts_it_again(
    page: Build, wire: Wire, payload: Payload
) -> None:
    cursor = deep_cursor(page, wire, payload)
    wire.answers(payload("errors")["parameter"], 400)
    wire.answers(edge([thing(11, 1)]))
    again = page(Kind.COMMENTS).fetch(cursor)
    assert again.more is True
    page(Kind.COMMENTS).fetch(again.cursor)
    assert "after" not in wire.asked[2].query


def test_a_discussion_that_facebook_refuses_is_counted(
    page: Build, wire: Wire, payload: Payload
) -> None:
    cursor = deep_cursor(page, wire, payload)
    wire.answers(payload("errors")["parameter"], 400)
    wire.answers(payload("errors")["parameter"], 400)
    again = page(Kind.COMMENTS).fetch(cursor)
    batch = page(Kind.COMMENTS).fetch(again.cursor)
    assert [one.raw for one in batch.unparsed] == [{"id": "900000000000001_122200000000000100"}]
    assert batch.more is False


def test_a_long_silence_of_ours_is_reported_as_a_gap(page: Build, wire: Wire) -> None:
    wire.answers(edge([]))
    batch = page(Kind.COMMENTS).fetch({"high": BEGAN - 40 * DAY})
    assert "2026-10-14 12:00 and 2026-10-24 12:00" in batch.gap


def test_tags_have_no_gap_as_facebook_goes_back_all_the_way(page: Build, wire: Wire) -> None:
    wire.answers(edge([]))
    assert page().fetch({"high": BEGAN - 40 * DAY}).gap == ""
    assert wire.asked[0].query["since"] == str(BEGAN - 41 * DAY)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Kind.MENTIONS, {"address": "../me"}),
        (Kind.MENTIONS, {"address": ""}),
        (Kind.SEARCH, {}),
    ],
)
def test_a_target_that_makes_no_sense_is_refused_without_a_call(
    page: Build, wire: Wire, kind: Kind, given: dict[str, str]
) -> None:
    with pytest.raises(Rejected):
        page(kind, **given).fetch({})
    assert wire.asked == []
