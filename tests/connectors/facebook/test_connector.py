"""The other calls to a page: who it is, replies, figures, rechecks."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import facebook
import pytest

from connectors.base import Connector, Measures, Rechecks, Replies
from connectors.errors import Temporary
from connectors.facebook.connector import METRICS, Facebook
from connectors.types import Identity, Outgoing, Receipt
from tests.connectors.facebook.conftest import NOW, PAGE_ID, SECRET, TOKEN
from tests.connectors.wire import Wire

Build = Callable[..., Facebook]
Payload = Callable[[str], Any]
REPLY = Outgoing(text="Om 18:00 uur.", in_reply_to="122200000000000100_501", key="k-1")
SENT_AT = NOW - timedelta(hours=1)


def test_facebook_does_all_that_a_connector_can(page: Build) -> None:
    connector: Connector = page()
    assert isinstance(connector, Replies)
    assert isinstance(connector, Measures)
    assert isinstance(connector, Rechecks)


def test_the_token_travels_in_a_header_and_the_proof_in_the_query(page: Build, wire: Wire) -> None:
    wire.answers({"data": []})
    page().fetch({})
    asked = wire.asked[0]
    proof = hmac.new(SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert "access_token" not in asked.query
    assert asked.query["appsecret_proof"] == proof


def test_without_an_app_secret_there_is_no_proof(page: Build, wire: Wire) -> None:
    wire.answers({"data": []})
    page(credentials={"access_token": TOKEN}).fetch({})
    assert "appsecret_proof" not in wire.asked[0].query


def test_the_sdk_is_left_as_it_was_for_everybody_else(page: Build, wire: Wire) -> None:
    wire.answers({"data": []})
    page().fetch({})
    assert facebook.FACEBOOK_GRAPH_URL == "https://graph.facebook.com/"
    assert facebook.GraphAPI().version == "v2.8"


def test_a_page_of_tags_becomes_posts(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("tagged"))
    batch = page().fetch({})
    assert [len(batch.posts), len(batch.unparsed), batch.more] == [2, 1, True]
    assert TOKEN not in repr(batch)


def test_check_says_which_page_it_is(page: Build, wire: Wire) -> None:
    wire.answers({"id": PAGE_ID, "name": "MBO College", "username": "mbocollege"})
    assert page().check() == Identity(PAGE_ID, "mbocollege", "MBO College")
    assert wire.asked[0].path == f"/v26.0/{PAGE_ID}"


def test_an_answer_without_the_page_is_no_proof_of_the_keys(page: Build, wire: Wire) -> None:
    wire.answers({"name": "MBO College"})
    with pytest.raises(Temporary):
        page().check()


def insight(name: str, *values: Any) -> dict[str, Any]:
    days = [{"value": value, "end_time": "2026-11-22T08:00:00+0000"} for value in values]
    return {"data": [{"name": name, "period": "day", "values": days, "id": f"{PAGE_ID}/x"}]}


def test_measure_takes_the_newest_value_of_every_metric(page: Build, wire: Wire) -> None:
    wire.answers({"followers_count": 4811, "id": PAGE_ID})
    for number, name in enumerate(METRICS):
        wire.answers(insight(name, 1, 100 + number))
    stats = page().measure()
    expected = {name: 100 + number for number, name in enumerate(METRICS)}
    assert stats.values == {"followers_count": 4811} | expected
    assert [one.query.get("metric") for one in wire.asked] == [None, *METRICS]


def test_an_unknown_metric_does_not_cost_the_others(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers({"followers_count": 4811, "id": PAGE_ID})
    wire.answers(payload("errors")["parameter"], 400)
    wire.answers(insight("b", 7))
    wire.answers({"data": []})
    wire.answers(insight("d", {"a": 1}))
    assert page().measure().values == {"followers_count": 4811, METRICS[1]: 7}


def test_measure_waits_when_facebook_is_down(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers({"followers_count": 4811, "id": PAGE_ID})
    wire.answers(payload("errors")["service"], 503)
    with pytest.raises(Temporary):
        page().measure()


def test_a_reply_is_a_comment_below_its_parent(page: Build, wire: Wire) -> None:
    wire.answers({"id": "122200000000000100_602"})
    assert page().reply(REPLY) == Receipt("122200000000000100_602")
    asked = wire.asked[0]
    assert (asked.method, asked.path) == ("POST", f"/v26.0/{REPLY.in_reply_to}/comments")
    assert asked.form == {"message": "Om 18:00 uur."}
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"


def test_a_lost_reply_is_found_by_author_and_text(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("replies"))
    assert page().find_reply(REPLY, since=SENT_AT) == Receipt(
        "122200000000000100_602",
        "https://www.facebook.com/900000000000001/posts/122200000000000100?comment_id=602",
        datetime(2026, 11, 23, 11, 0, 40, tzinfo=UTC),
    )


@pytest.mark.parametrize("text", ["Om 20:00 uur.", "Om 19:00 uur."])
def test_another_text_or_an_older_comment_is_not_the_lost_reply(
    page: Build, wire: Wire, payload: Payload, text: str
) -> None:
    wire.answers(payload("replies"))
    wire.answers({"id": REPLY.in_reply_to})
    other = Outgoing(text=text, in_reply_to=REPLY.in_reply_to, key="k-2")
    assert page().find_reply(other, since=SENT_AT) is None


def test_an_answer_to_an_answer_is_found_below_the_first_comment(
    page: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers({"data": []})
    wire.answers({"id": "1_9", "parent": {"id": "122200000000000100_501"}})
    wire.answers(payload("replies"))
    nested = Outgoing(text=REPLY.text, in_reply_to="1_9", key="k-3")
    assert page().find_reply(nested, since=SENT_AT) is not None
    assert wire.asked[2].path == "/v26.0/122200000000000100_501/comments"


def test_a_post_has_no_parent_to_look_below(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers({"data": []})
    wire.answers(payload("errors")["parameter"], 400)
    assert page().find_reply(REPLY, since=SENT_AT) is None


def test_too_many_comments_is_not_the_same_as_not_found(page: Build, wire: Wire) -> None:
    following = {"cursors": {"after": "a"}, "next": "https://graph.facebook.com/x?after=a"}
    for _ in range(5):
        wire.answers({"data": [], "paging": following})
    with pytest.raises(Temporary):
        page().find_reply(REPLY, since=SENT_AT)


def test_recheck_finds_the_ids_that_fail_the_whole_call(
    page: Build, wire: Wire, payload: Payload
) -> None:
    gone = payload("errors")["gone"]
    wire.answers(gone, 400)
    wire.answers({"1_1": {"id": "1_1"}, "1_2": {"id": "1_2"}})
    wire.answers(gone, 400)
    wire.answers(gone, 400)
    wire.answers({"1_4": {"id": "1_4"}})
    assert page().still_there(["1_1", "1_2", "1_3", "1_4"]) == {"1_1", "1_2", "1_4"}
    assert [one.query["ids"] for one in wire.asked] == [
        "1_1,1_2,1_3,1_4",
        "1_1,1_2",
        "1_3,1_4",
        "1_3",
        "1_4",
    ]


def test_recheck_asks_fifty_at_a_time(page: Build, wire: Wire) -> None:
    ids = [f"1_{number}" for number in range(60)]
    for part in (ids[:50], ids[50:]):
        wire.answers({one: {"id": one} for one in part})
    assert page().still_there(ids) == frozenset(ids)


def test_recheck_of_foreign_ids_makes_no_call(page: Build, wire: Wire) -> None:
    assert page().still_there(["abc", "../me"]) == frozenset()
    assert wire.asked == []


def test_length_is_counted_in_characters(page: Build) -> None:
    assert page().measure_text("Hoi 😷") == 5
