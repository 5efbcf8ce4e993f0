"""Faults on demand, as a caller sees them, and what the oracle says afterwards."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta

import pytest
import requests
import time_machine

from sandbox import Server
from sandbox.faults import Fault
from sandbox.identity import FACEBOOK_PAGE_ID, X_USER_ID
from tests.sandbox.conftest import Caller

MENTIONS = f"/x/2/users/{X_USER_ID}/mentions"
NOTIFICATIONS = "/mastodon/api/v1/notifications"
STATUSES = "/mastodon/api/v1/statuses"


def test_a_fault_is_spent_after_its_times(server: Server, call: Caller) -> None:
    server.faults.add("x", "/2/users/*/mentions", "500", times=2)
    assert [call.get(MENTIONS).status_code for _ in range(3)] == [500, 500, 200]
    assert server.faults.waiting() == []


def test_a_fault_is_over_when_its_seconds_are() -> None:
    start = datetime(2026, 11, 20, 9, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        fault = Fault("x", seconds=30)
    with time_machine.travel(start + timedelta(seconds=29), tick=False):
        assert not fault.is_spent
    with time_machine.travel(start + timedelta(seconds=30), tick=False):
        assert fault.is_spent


def test_a_fault_hits_only_its_platform_path_and_method(server: Server, call: Caller) -> None:
    server.faults.add("mastodon", "/api/v1/statuses", "500", method="POST")
    assert call.get(MENTIONS).status_code == 200
    assert call.get(NOTIFICATIONS).status_code == 200
    assert call.get(STATUSES).status_code == 200
    assert call("POST", STATUSES, data={"status": "hoi"}).status_code == 500


def test_an_unknown_kind_is_told_at_once(server: Server) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        server.faults.add("x", kind="explode")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("429", 429),
        ("429-no-reset", 429),
        ("500", 500),
        ("503-html", 503),
        ("unauthorised", 401),
        ("forbidden", 403),
        ("404", 404),
    ],
)
def test_refusals_come_in_the_words_of_the_platform(
    server: Server, call: Caller, kind: str, status: int
) -> None:
    server.faults.add("x", kind=kind)
    assert call.get(MENTIONS).status_code == status


def test_a_429_tells_its_reset_in_the_form_of_the_platform(server: Server, call: Caller) -> None:
    for platform in ("x", "mastodon", "feeds"):
        server.faults.add(platform, kind="429", reset_in=120)
    before = datetime.now(UTC)
    x = int(call.get(MENTIONS).headers["x-rate-limit-reset"])
    mastodon = datetime.fromisoformat(call.get(NOTIFICATIONS).headers["X-RateLimit-Reset"])
    feed = call.get("/feeds/nieuws.rss").headers["Retry-After"]
    assert 118 <= x - before.timestamp() <= 125
    assert 118 <= (mastodon - before).total_seconds() <= 125
    assert feed.endswith("GMT")


def test_a_429_without_reset_has_no_header(server: Server, call: Caller) -> None:
    server.faults.add("x", kind="429-no-reset")
    assert "x-rate-limit-reset" not in call.get(MENTIONS).headers


def test_a_spent_budget_is_told_by_its_type(server: Server, call: Caller) -> None:
    server.faults.add("x", kind="budget")
    assert call.get(MENTIONS).json()["type"].endswith("/usage-capped")


def test_html_empty_and_half_answers_are_a_200_that_is_no_json(
    server: Server, call: Caller
) -> None:
    server.x.add_mention("hoi")
    for kind in ("html-200", "empty-200", "half-json"):
        server.faults.add("x", kind=kind)
        response = call.get(MENTIONS)
        assert response.status_code == 200
        with pytest.raises(requests.exceptions.JSONDecodeError):
            response.json()


def test_a_cut_connection_did_nothing(server: Server, call: Caller) -> None:
    server.faults.add("mastodon", kind="cut")
    with pytest.raises(requests.ConnectionError):
        call("POST", STATUSES, data={"status": "hoi"})
    assert server.accepted == []


def test_a_cut_is_a_true_tcp_reset(server: Server) -> None:
    server.faults.add("x", kind="cut")
    with socket.create_connection(("127.0.0.1", server.http.server_port), timeout=5) as caller:
        caller.sendall(b"GET /x/2/users/me HTTP/1.1\r\nHost: x\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            caller.recv(1000)


def test_a_body_cut_half_way_breaks_while_reading(server: Server, call: Caller) -> None:
    server.faults.add("x", kind="cut-body")
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        call.get(MENTIONS)


def test_accepted_then_cut_stands_there_all_the_same(server: Server, call: Caller) -> None:
    server.faults.add("mastodon", "/api/v1/statuses", "accept-then-cut", method="POST")
    with pytest.raises(requests.ConnectionError):
        call("POST", STATUSES, data={"status": "hoi"})
    assert [one.text for one in server.accepted] == ["hoi"]


def test_accepted_then_504_stands_there_all_the_same(server: Server, call: Caller) -> None:
    post = server.facebook.add_visitor_post("Vraagje")
    server.faults.add("facebook", f"*/{post.id}/comments", "accept-then-504")
    sent = call("POST", f"/facebook/v26.0/{post.id}/comments", data={"message": "Dag"})
    assert sent.status_code == 504
    assert [one.in_reply_to for one in server.accepted] == [post.id]


def test_accepted_then_hanging_stands_there_all_the_same(server: Server, call: Caller) -> None:
    server.faults.add("x", "/2/tweets", "accept-then-hang", delay=5)
    with pytest.raises(requests.Timeout):
        call("POST", "/x/2/tweets", json={"text": "hoi"}, timeout=0.3)
    assert [one.text for one in server.accepted] == ["hoi"]


def test_hanging_does_nothing_and_holds_up_nobody_else(server: Server, call: Caller) -> None:
    server.faults.add("mastodon", kind="hang", delay=5)
    with pytest.raises(requests.Timeout):
        call("POST", STATUSES, data={"status": "hoi"}, timeout=0.3)
    assert call.get(MENTIONS).elapsed.total_seconds() < 1
    assert server.accepted == []


def test_a_slow_answer_drips_in_and_is_whole(server: Server, call: Caller) -> None:
    server.faults.add("x", kind="slow", delay=0.4)
    started = time.monotonic()
    assert call.get(MENTIONS).json() == {"meta": {"result_count": 0}}
    assert time.monotonic() - started >= 0.3


def test_stopping_does_not_wait_for_what_hangs() -> None:
    started = time.monotonic()
    with Server() as server:
        server.faults.add("x", kind="hang", delay=60)
        with pytest.raises(requests.Timeout):
            Caller(server)("GET", MENTIONS, timeout=0.2)
    assert time.monotonic() - started < 3


def test_items_can_come_twice_and_in_another_order(server: Server, call: Caller) -> None:
    made = [server.mastodon.add_mention(f"nummer {number}").id for number in range(9)]
    server.faults.add("mastodon", kind="repeat")
    server.faults.add("mastodon", kind="shuffle")
    repeated = [row["status"]["id"] for row in call.get(NOTIFICATIONS).json()]
    shuffled = [row["status"]["id"] for row in call.get(NOTIFICATIONS).json()]
    assert repeated == made[::-1] * 2
    assert sorted(shuffled) == made
    assert shuffled != made[::-1]


def test_an_answer_can_come_in_another_shape(server: Server, call: Caller) -> None:
    made = server.mastodon.add_mention("hoi").id
    server.faults.add("mastodon", kind="other-shape")
    server.faults.add("mastodon", kind="other-items")
    assert list(call.get(NOTIFICATIONS).json()) == ["new_list"]
    (item,) = call.get(NOTIFICATIONS).json()
    assert item["new_status"]["id"] == made
    assert "status" not in item


def test_a_feed_can_come_in_another_shape(server: Server, call: Caller) -> None:
    server.feeds.add_item("nieuws", "Nieuwbouw", "Duurder.")
    server.faults.add("feeds", kind="other-shape")
    server.faults.add("feeds", kind="other-items")
    assert "<new_rss" in call.get("/feeds/nieuws.rss").text
    feed = call.get("/feeds/nieuws.rss").text
    assert "<item><new_title>Nieuwbouw</new_title>" in feed
    assert "<rss" in feed


def test_every_call_is_remembered_with_its_fault(server: Server, call: Caller) -> None:
    server.faults.add("facebook", kind="429")
    call.get(f"/facebook/v26.0/{FACEBOOK_PAGE_ID}")
    call.get(MENTIONS)
    assert [(one.platform, one.status, one.fault) for one in server.calls] == [
        ("facebook", 400, "429"),
        ("x", 200, ""),
    ]
