"""The other calls to X: who we are, replies, figures, rechecks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.base import Connector, Measures, Rechecks, Replies
from connectors.errors import AuthExpired, Temporary
from connectors.types import Identity, Kind, Outgoing
from connectors.x.connector import X
from tests.connectors.wire import Wire
from tests.connectors.x.conftest import BEARER, USER_ID, USER_KEYS

SENT_AT = datetime(2025, 11, 16, 16, 49, tzinfo=UTC)
Build = Callable[..., X]
Payload = Callable[[str], Any]


def outgoing(text: str, in_reply_to: str = "1990000000000000008") -> Outgoing:
    return Outgoing(text=text, in_reply_to=in_reply_to, key="k-1")


def test_x_does_all_that_a_connector_can(x: Build) -> None:
    connector: Connector = x()
    assert isinstance(connector, Replies)
    assert isinstance(connector, Measures)
    assert isinstance(connector, Rechecks)


def test_a_page_becomes_posts(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("mentions"))
    batch = x().fetch({})
    assert len(batch.posts) == 4
    assert len(batch.unparsed) == 2
    assert batch.more is True


def test_reading_prefers_the_bearer(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("mentions"))
    x().fetch({})
    assert wire.asked[0].headers["authorization"] == "Bearer AAAA-drager-geheim"


def test_reading_falls_back_on_the_user_keys(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("mentions"))
    x(credentials=USER_KEYS).fetch({})
    header = wire.asked[0].headers["authorization"]
    assert header.startswith("OAuth ")
    assert 'oauth_signature_method="HMAC-SHA1"' in header


def test_nothing_of_the_keys_is_handed_on_or_logged(
    x: Build, wire: Wire, payload: Payload, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wire.answers(payload("mentions"))
    wire.answers(payload("created"), 201)
    batch = x().fetch({})
    receipt = x().reply(outgoing("Dank je!"))
    told = f"{batch!r} {receipt!r} {caplog.text}"
    assert "geheim" not in told
    assert "Bearer None" in caplog.text  # tweepy did log its headers; they held nothing


def test_check_asks_who_the_user_keys_belong_to(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("me"))
    wire.answers(payload("me"))
    assert x().check() == Identity(USER_ID, "mbocollege", "MBO College")
    assert wire.asked[0].path == "/2/users/me"


def test_check_with_a_bearer_asks_for_the_account(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("me"))
    assert x(credentials=BEARER).check().handle == "mbocollege"
    assert wire.asked[0].path == f"/2/users/{USER_ID}"


def test_check_of_a_search_proves_the_bearer_by_its_project(x: Build, wire: Wire) -> None:
    wire.answers({"data": {"project_id": "1234", "project_usage": "10"}})
    search = x(Kind.SEARCH, address="", query="mbo", credentials=BEARER)
    assert search.check() == Identity(external_id="1234", handle="")
    assert wire.asked[0].path == "/2/usage/tweets"


def test_measure_gives_the_public_figures(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("me"))
    stats = x().measure()
    assert stats.values["followers_count"] == 4211
    assert stats.at.tzinfo is UTC


def test_a_reply_is_sent_as_the_user_under_its_parent(
    x: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("created"), 201)
    receipt = x().reply(outgoing("Ja! Kijk op mbocollege.example"))
    asked = wire.asked[0]
    assert (asked.method, asked.path) == ("POST", "/2/tweets")
    assert asked.json == {
        "text": "Ja! Kijk op mbocollege.example",
        "reply": {"in_reply_to_tweet_id": "1990000000000000008"},
    }
    assert asked.headers["authorization"].startswith("OAuth ")
    assert receipt.external_id == "1990100000000000001"
    assert receipt.published_at is not None
    assert receipt.published_at.replace(microsecond=0) == datetime(
        2025, 11, 16, 16, 49, 48, tzinfo=UTC
    )


def test_a_lost_reply_is_found_among_our_own_posts(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("own_posts"))
    found = x().find_reply(outgoing("Ja! Kijk op mbocollege.example & tot dan"), since=SENT_AT)
    assert found is not None
    assert found.external_id == "1990100000000000001"
    asked = wire.asked[0]
    assert asked.path == f"/2/users/{USER_ID}/tweets"
    assert asked.query["start_time"] == "2025-11-16T16:44:00Z"


def test_a_token_without_an_id_in_front_costs_one_question(
    x: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("me"))
    wire.answers(payload("own_posts"))
    keys = USER_KEYS | {"access_token": "no-id-in-front"}
    x(credentials=keys).find_reply(outgoing("Iets"), since=SENT_AT)
    assert [one.path for one in wire.asked] == ["/2/users/me", f"/2/users/{USER_ID}/tweets"]


@pytest.mark.parametrize(
    "other",
    [
        outgoing("Iets heel anders"),
        outgoing("Ja! Kijk op mbocollege.example & tot dan", in_reply_to="1990000000000000009"),
    ],
)
def test_another_reply_is_not_taken_for_the_lost_one(
    x: Build, wire: Wire, payload: Payload, other: Outgoing
) -> None:
    wire.answers(payload("own_posts"))
    assert x().find_reply(other, since=SENT_AT) is None


def test_a_lost_reply_is_looked_for_on_every_page(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers({"meta": {"result_count": 0, "next_token": "t1"}})
    wire.answers(payload("own_posts"))
    assert x().find_reply(outgoing("Leuk, tot morgen!", "1990000000000000009"), since=SENT_AT)
    assert wire.asked[1].query["pagination_token"] == "t1"


def test_too_many_own_posts_is_not_the_same_as_not_found(x: Build, wire: Wire) -> None:
    for _ in range(5):
        wire.answers({"meta": {"result_count": 0, "next_token": "t"}})
    with pytest.raises(Temporary):
        x().find_reply(outgoing("Leuk"), since=SENT_AT)


def test_recheck_drops_what_is_gone_or_hidden(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("lookup"))
    asked = [f"199000000000000000{digit}" for digit in (8, 7, 6, 5)]
    assert x().still_there(asked) == {"1990000000000000008", "1990000000000000005"}


def test_recheck_asks_a_hundred_at_a_time(x: Build, wire: Wire) -> None:
    ids = [str(one) for one in range(1, 151)]
    for part in (ids[:100], ids[100:]):
        wire.answers({"data": [{"id": one, "text": ""} for one in part]})
    assert x().still_there(ids) == frozenset(ids)
    assert [len(one.query["ids"].split(",")) for one in wire.asked] == [100, 50]


def test_recheck_of_foreign_ids_makes_no_call(x: Build, wire: Wire) -> None:
    assert x().still_there(["1_2", "abc"]) == frozenset()
    assert wire.asked == []


def test_length_is_counted_as_x_does(x: Build) -> None:
    assert x().measure_text("Zie https://mbocollege.example/een/heel/lang/pad 😷") == 30


def test_a_path_in_the_base_url_is_kept(x: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("me"))
    wire.answers(payload("me"))
    x(base_url=f"{wire.url}/x/").check()
    assert wire.asked[0].path == "/x/2/users/me"


def test_check_tries_the_bearer_too_since_reading_goes_by_it(
    x: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("me"))
    wire.answers({"title": "Unauthorized"}, status=401)
    with pytest.raises(AuthExpired):
        x().check()
