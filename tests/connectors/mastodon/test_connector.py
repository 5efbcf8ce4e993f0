"""The calls to Mastodon over real HTTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from httpx2 import MockTransport, Request, Response

from connectors.errors import AuthExpired, Gone, OutcomeUnknown, Rejected, Temporary
from connectors.mastodon.connector import Mastodon
from connectors.types import Kind, Outgoing, Rate, Receipt, Target
from tests.connectors.mastodon.conftest import HOST, TOKEN
from tests.connectors.wire import Wire

Payload = Callable[[str], Any]
Build = Callable[..., Mastodon]

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIMITS = {
    "X-RateLimit-Limit": "300",
    "X-RateLimit-Remaining": "299",
    "X-RateLimit-Reset": "2026-11-23T09:05:00.000Z",
}
REPLY = Outgoing(
    text="Wat vervelend, Sanne! Het rooster is hersteld:\nhttps://rooster.mbo.example/kok",
    in_reply_to=f"{HOST}:115594800000000101",
    key="antwoord-7",
)
SENT = Receipt(
    external_id=f"{HOST}:115594900000000001",
    url="https://mbo.example/@rocdewaterlanden/115594900000000001",
    published_at=datetime(2026, 11, 23, 8, 52, 11, tzinfo=UTC),
)


def test_mentions_are_read_with_our_token(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("notifications"), headers=LIMITS)
    with time_machine.travel(NOW, tick=False):
        batch = mastodon().fetch({})
    asked = wire.asked[0]
    assert asked.path == "/api/v1/notifications"
    assert asked.query == {"types[]": "mention", "limit": "40"}
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert [post.external_id for post in batch.posts] == [
        f"{HOST}:115594800000000101",
        f"{HOST}:115594800000000090",
    ]
    assert (batch.cursor, batch.more) == ({"min_id": "34975861"}, False)
    assert batch.rate == Rate(300, 299, NOW + timedelta(minutes=5))


def test_later_mentions_are_read_forwards(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("notifications"))
    wire.answers([])
    first = mastodon().fetch({"min_id": "34975859"})
    last = mastodon().fetch(first.cursor)
    assert [asked.query["min_id"] for asked in wire.asked] == ["34975859", "34975861"]
    assert (first.more, last.more) == (True, False)
    assert last.cursor == first.cursor


def test_other_notifications_are_passed_over(mastodon: Build, wire: Wire, payload: Payload) -> None:
    mention, follow = payload("notifications")
    follow |= {"type": "follow"}
    wire.answers([mention, follow])
    batch = mastodon().fetch({})
    assert len(batch.posts) == 1
    assert batch.unparsed == ()


def test_a_mention_that_we_cannot_read_is_kept_and_passed(
    mastodon: Build, wire: Wire, payload: Payload
) -> None:
    good, bad = payload("notifications")
    bad["status"] = None
    wire.answers([good, bad, "odd"])
    batch = mastodon().fetch({})
    assert len(batch.posts) == 1
    assert [one.raw for one in batch.unparsed] == [bad, "odd"]
    assert batch.cursor == {"min_id": "34975861"}


def test_a_hashtag_is_read_from_its_timeline_without_a_token(
    mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("timeline"))
    batch = mastodon(Kind.SEARCH, query="#Rooster", credentials={}).fetch({"min_id": "5"})
    assert wire.asked[0].path == "/api/v1/timelines/tag/Rooster"
    assert wire.asked[0].query == {"min_id": "5", "limit": "40"}
    assert "authorization" not in wire.asked[0].headers
    assert [post.is_repost for post in batch.posts] == [True, False]
    assert batch.cursor == {"min_id": "115594800000000120"}


def test_a_hashtag_cannot_leave_its_path(mastodon: Build, wire: Wire) -> None:
    wire.answers([])
    mastodon(Kind.SEARCH, query="#a/../../b?c=d").fetch({})
    assert wire.asked[0].path == "/api/v1/timelines/tag/a%2F..%2F..%2Fb%3Fc%3Dd"


def test_a_search_walks_back(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers({"accounts": [], "statuses": payload("timeline"), "hashtags": []})
    cursor = {"high": "100", "walk": "115594800000000999", "top": "115594800000000999"}
    batch = mastodon(Kind.SEARCH, query="rooster kok").fetch(cursor)
    assert wire.asked[0].path == "/api/v2/search"
    assert wire.asked[0].query == {
        "q": "rooster kok",
        "type": "statuses",
        "max_id": "115594800000000999",
        "limit": "40",
    }
    assert len(batch.posts) == 2
    assert batch.more
    assert batch.cursor["walk"] == "115594800000000101"


def test_what_mastodon_cannot_give_is_refused(mastodon: Build) -> None:
    for connector in (mastodon(Kind.COMMENTS), mastodon(Kind.SEARCH, query=" ")):
        with pytest.raises(Rejected):
            connector.fetch({})


@pytest.mark.parametrize("token", ["", "  ", "met spatie", "regel\nbreuk", "caf\u00e9"])
def test_without_a_usable_token_nothing_is_sent(token: str, mastodon: Build, wire: Wire) -> None:
    connector = mastodon(credentials={"access_token": token})
    calls: list[Callable[[], object]] = [
        lambda: connector.fetch({}),
        connector.check,
        connector.measure,
        lambda: connector.reply(REPLY),
        lambda: connector.find_reply(REPLY, since=NOW),
    ]
    for call in calls:
        with pytest.raises(AuthExpired) as told:
            call()
        assert not token.strip() or token.strip() not in str(told.value)
    assert wire.asked == []


def test_too_many_calls_names_the_next_window(mastodon: Build, wire: Wire) -> None:
    wire.answers(
        {"error": "Too many requests"}, status=429, headers=LIMITS | {"X-RateLimit-Remaining": "0"}
    )
    with time_machine.travel(NOW, tick=False), pytest.raises(Temporary) as told:
        mastodon().fetch({})
    assert told.value.retry_at == NOW + timedelta(minutes=5)


def test_a_fault_does_not_wait_for_the_next_window(mastodon: Build, wire: Wire) -> None:
    wire.answers("<h1>Gateway</h1>", status=502, headers=LIMITS)
    with pytest.raises(Temporary) as told:
        mastodon().fetch({})
    assert told.value.retry_at is None


def test_check_tells_who_we_are(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("verify_credentials"))
    assert mastodon().check().handle == f"rocdewaterlanden@{HOST}"


def test_a_revoked_token_is_told(mastodon: Build, wire: Wire) -> None:
    wire.answers({"error": "The access token is invalid"}, status=401)
    with pytest.raises(AuthExpired, match="The access token is invalid"):
        mastodon().check()


def test_followers_are_measured_now(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("verify_credentials"))
    with time_machine.travel(NOW, tick=False):
        stats = mastodon().measure()
    assert (stats.at, stats.values["followers_count"]) == (NOW, 1204)


@pytest.mark.parametrize("visibility", ["public", "unlisted", "private", "direct"])
def test_a_reply_names_the_author_and_is_as_public_as_the_question(
    visibility: str, mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("status") | {"visibility": visibility})
    wire.answers(payload("own_reply"))
    assert mastodon().reply(REPLY) == SENT
    question, sent = wire.asked
    assert question.path == "/api/v1/statuses/115594800000000101"
    assert (sent.method, sent.path) == ("POST", "/api/v1/statuses")
    assert sent.headers["idempotency-key"] == "antwoord-7"
    assert sent.json == {
        "status": f"@sanne_kok {REPLY.text}",
        "in_reply_to_id": "115594800000000101",
        "visibility": visibility,
    }


def test_a_reply_to_a_deleted_post_is_not_sent(mastodon: Build, wire: Wire) -> None:
    wire.answers({"error": "Record not found"}, status=404)
    with pytest.raises(Gone):
        mastodon().reply(REPLY)
    assert len(wire.asked) == 1


def test_a_reply_to_a_post_of_another_server_is_not_sent(mastodon: Build, wire: Wire) -> None:
    elsewhere = Outgoing("Dank", in_reply_to="elders.example:115594800000000101", key="k")
    with pytest.raises(Rejected, match="is not on mbo"):
        mastodon().reply(elsewhere)
    assert wire.asked == []


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_a_reply_that_may_have_arrived_is_unknown(
    status: int, mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("status"))
    wire.answers("<h1>Bad gateway</h1>", status=status)
    with pytest.raises(OutcomeUnknown):
        mastodon().reply(REPLY)


def test_a_cut_reply_is_unknown(mastodon: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("status"))
    wire.cuts()
    with pytest.raises(OutcomeUnknown):
        mastodon().reply(REPLY)


@pytest.mark.parametrize("body", ["<html>", [], {}, {"id": "1"}, {"id": "1", "created_at": 5}])
def test_an_unreadable_receipt_is_unknown(
    body: Any, mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("status"))
    wire.answers(body)
    with pytest.raises(OutcomeUnknown):
        mastodon().reply(REPLY)


def test_a_lost_reply_is_found_by_parent_and_text(
    mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("verify_credentials"))
    wire.answers([payload("timeline")[1], payload("own_reply")])
    assert mastodon().find_reply(REPLY, since=NOW - timedelta(hours=1)) == SENT
    assert wire.asked[1].path == "/api/v1/accounts/109300000000000001/statuses"


@pytest.mark.parametrize(
    "change", [{"in_reply_to_id": "115594700000000055"}, {"content": "<p>Iets anders</p>"}]
)
def test_another_reply_is_not_taken_for_it(
    change: dict[str, str], mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("verify_credentials"))
    wire.answers([payload("own_reply") | change])
    wire.answers([])
    assert mastodon().find_reply(REPLY, since=NOW - timedelta(hours=1)) is None
    assert wire.asked[2].query["max_id"] == "115594900000000001"


def test_the_same_text_from_before_is_another_reply(
    mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("verify_credentials"))
    wire.answers([payload("own_reply")])
    assert mastodon().find_reply(REPLY, since=NOW + timedelta(hours=1)) is None
    assert len(wire.asked) == 2


def test_a_search_that_does_not_end_proves_nothing(
    mastodon: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("verify_credentials"))
    for number in range(5, 0, -1):
        wire.answers([payload("own_reply") | {"id": str(number), "in_reply_to_id": "9"}])
    with pytest.raises(Temporary, match="too many"):
        mastodon().find_reply(REPLY, since=NOW - timedelta(hours=1))


def test_posts_that_still_stand_are_told_in_one_call(mastodon: Build, wire: Wire) -> None:
    wire.answers([{"id": "1"}])
    asked = [f"{HOST}:1", f"{HOST}:2", "elders.example:3"]
    assert mastodon().still_there(asked) == {f"{HOST}:1", "elders.example:3"}
    assert wire.asked[0].path == "/api/v1/statuses"


def test_an_older_server_is_asked_one_by_one(mastodon: Build, wire: Wire) -> None:
    wire.answers({"error": "Not Found"}, status=404)
    wire.answers({"id": "1"})
    wire.answers({"error": "Record not found"}, status=404)
    assert mastodon().still_there([f"{HOST}:1", f"{HOST}:2"]) == {f"{HOST}:1"}


def test_a_shut_account_is_no_proof_that_posts_are_gone(mastodon: Build, wire: Wire) -> None:
    wire.answers({"error": "Your login is currently disabled"}, status=403)
    with pytest.raises(Rejected):
        mastodon().still_there([f"{HOST}:1"])


@pytest.mark.parametrize(
    ("address", "base_url", "called", "host"),
    [
        ("https://mbo.example/", "", "https://mbo.example/api/", "mbo.example"),
        ("mbo.example", "", "https://mbo.example/api/", "mbo.example"),
        ("@roc@mbo.example", "", "https://mbo.example/api/", "mbo.example"),
        ("https://mbo.example/@roc", "", "https://mbo.example/api/", "mbo.example"),
        ("", "http://sandbox:8/mastodon", "http://sandbox:8/mastodon/api/", "sandbox"),
        ("mbo.example", "http://sandbox:8/m", "http://sandbox:8/m/api/", "mbo.example"),
    ],
)
def test_a_server_is_known_by_any_of_its_names(
    address: str, base_url: str, called: str, host: str, payload: Payload
) -> None:
    seen: list[str] = []

    def answer(request: Request) -> Response:
        seen.append(str(request.url))
        return Response(200, json=payload("verify_credentials"))

    target = Target(
        kind=Kind.MENTIONS,
        address=address,
        base_url=base_url,
        credentials={"access_token": TOKEN},
        trusted_hosts=frozenset({"sandbox:8"}),
    )
    identity = Mastodon(target, transport=MockTransport(answer)).check()
    assert seen[0].startswith(called)
    assert identity.handle == f"rocdewaterlanden@{host}"


def test_a_server_without_an_address_is_refused() -> None:
    target = Target(kind=Kind.MENTIONS, credentials={"access_token": TOKEN})
    with pytest.raises(Rejected):
        Mastodon(target).fetch({})
