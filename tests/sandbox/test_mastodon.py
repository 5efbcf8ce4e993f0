"""Mastodon: what a server answers, as its own documents tell it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import requests
import time_machine

from sandbox import Server
from sandbox.wire import now
from tests.sandbox.conftest import Caller

API = "/mastodon/api/v1"


def ids(response: requests.Response) -> list[str]:
    return [row["status"]["id"] if "status" in row else row["id"] for row in response.json()]


def test_a_mention_is_a_notification_with_the_status_in_it(server: Server, call: Caller) -> None:
    post = server.mastodon.add_mention("Is er <b>les</b>? #mbo", "ria@mastodon.example")
    row = call.get(f"{API}/notifications", **{"types[]": "mention"}).json()[0]
    assert row["type"] == "mention"
    assert row["status"]["id"] == post.id
    assert row["account"]["acct"] == "ria@mastodon.example"
    assert row["status"]["account"]["username"] == "ria"
    assert row["status"]["tags"][0]["name"] == "mbo"
    assert row["status"]["mentions"][0]["acct"] == "rocdewaterlanden"
    assert row["status"]["content"].startswith("<p><span")
    assert "&lt;b&gt;les&lt;/b&gt;" in row["status"]["content"]


def test_our_own_posts_and_others_are_no_notification(server: Server, call: Caller) -> None:
    server.mastodon.add_own("Hallo @rocdewaterlanden")
    server.mastodon.add_status("varen in de waterlanden")
    assert call.get(f"{API}/notifications").json() == []


def test_min_id_walks_up_and_since_id_jumps_to_the_newest(server: Server, call: Caller) -> None:
    made = [server.mastodon.add_mention(f"nummer {number}").id for number in range(25)]
    rows = call.get(f"{API}/notifications", limit=80).json()
    anchor = rows[-1]["id"]
    walked = call.get(f"{API}/notifications", min_id=anchor, limit=10)
    jumped = call.get(f"{API}/notifications", since_id=anchor, limit=10)
    assert ids(walked) == made[1:11][::-1]
    assert ids(jumped) == made[15:][::-1]


def test_the_link_header_leads_to_older_and_newer_ones(server: Server, call: Caller) -> None:
    made = [server.mastodon.add_mention(f"nummer {number}").id for number in range(6)]
    first = call.get(f"{API}/notifications", limit=3)
    older = call("GET", first.links["next"]["url"].removeprefix(server.url))
    newer = call("GET", older.links["prev"]["url"].removeprefix(server.url))
    assert ids(first) == made[3:][::-1]
    assert ids(older) == made[:3][::-1]
    assert ids(newer) == ids(first)


def test_search_finds_words_and_a_tag_has_its_own_timeline(server: Server, call: Caller) -> None:
    post = server.mastodon.add_status("Mooi werk van #ROCDW", "ilse")
    server.mastodon.add_status("iets anders", "ilse")
    found = call.get("/mastodon/api/v2/search", q="mooi werk", type="statuses").json()
    tagged = call("GET", f"{API}/timelines/tag/rocdw", key="")
    assert [row["id"] for row in found["statuses"]] == [post.id]
    assert ids(tagged) == [post.id]


def test_the_same_key_gives_the_same_status_and_counts_once(server: Server, call: Caller) -> None:
    question = server.mastodon.add_mention("Is er les?")
    body = {"status": "Ja hoor", "in_reply_to_id": question.id}
    sent = [
        call("POST", f"{API}/statuses", data=body, headers={"Idempotency-Key": key})
        for key in ("een", "een", "twee")
    ]
    assert sent[0].json()["id"] == sent[1].json()["id"] != sent[2].json()["id"]
    assert [one.key for one in server.accepted] == ["een", "twee"]
    assert server.duplicates() == {("mastodon", question.id, "Ja hoor"): 2}


def test_a_key_is_forgotten_after_an_hour(server: Server, call: Caller) -> None:
    start = datetime(2026, 11, 20, 9, tzinfo=UTC)
    header = {"Idempotency-Key": "een"}
    for hours in (0, 2):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            call("POST", f"{API}/statuses", data={"status": "Ja"}, headers=header)
    assert len(server.accepted) == 2


def test_a_status_is_refused_when_it_is_empty_too_long_or_answers_nothing(
    server: Server, call: Caller
) -> None:
    bodies = [{"status": " "}, {"status": "a" * 501}, {"status": "Ja", "in_reply_to_id": "12"}]
    answers = [call("POST", f"{API}/statuses", data=body) for body in bodies]
    assert [one.status_code for one in answers] == [422, 422, 404]
    assert server.accepted == []


def test_context_gives_what_is_above_and_below(server: Server, call: Caller) -> None:
    root = server.mastodon.add_mention("vraag")
    answer = call("POST", f"{API}/statuses", json={"status": "a", "in_reply_to_id": root.id})
    thanks = server.mastodon.add_mention("bedankt", in_reply_to=answer.json()["id"])
    context = call.get(f"{API}/statuses/{answer.json()['id']}/context").json()
    assert [row["id"] for row in context["ancestors"]] == [root.id]
    assert [row["id"] for row in context["descendants"]] == [thanks.id]


def test_an_edit_shows_and_a_deleted_status_is_404(server: Server, call: Caller) -> None:
    kept, gone = server.mastodon.add_mention("eerst"), server.mastodon.add_mention("weg")
    server.mastodon.edit(kept.id, "@rocdewaterlanden daarna")
    server.mastodon.delete(gone.id)
    stands = call.get(f"{API}/statuses/{kept.id}").json()
    assert "daarna" in stands["content"]
    assert stands["edited_at"] is not None
    assert call.get(f"{API}/statuses/{gone.id}").json() == {"error": "Record not found"}


def test_a_wrong_key_gets_the_words_of_mastodon(call: Caller) -> None:
    response = call("GET", f"{API}/accounts/verify_credentials", key="something-else")
    assert response.status_code == 401
    assert response.json() == {"error": "The access token is invalid"}


def test_our_account_and_the_instance_say_who_and_how_long(call: Caller) -> None:
    account = call.get(f"{API}/accounts/verify_credentials").json()
    limits = call("GET", "/mastodon/api/v2/instance", key="").json()["configuration"]["statuses"]
    assert (account["id"], account["acct"]) == ("1", "rocdewaterlanden")
    assert limits["max_characters"] == 500


def test_the_reset_of_the_limit_is_an_iso_time(call: Caller) -> None:
    headers = call.get(f"{API}/notifications").headers
    reset = datetime.fromisoformat(headers["X-RateLimit-Reset"])
    assert headers["X-RateLimit-Limit"] == "300"
    assert timedelta() < reset - now() <= timedelta(minutes=5)
