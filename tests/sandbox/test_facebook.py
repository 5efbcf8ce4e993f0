"""Facebook: what the Graph API answers, as its own documents tell it."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

from sandbox import Server
from sandbox.identity import FACEBOOK_APP_SECRET, FACEBOOK_PAGE_ID, FACEBOOK_TOKEN
from sandbox.wire import now
from tests.sandbox.conftest import Caller

GRAPH = "/facebook/v26.0"
PAGE = f"{GRAPH}/{FACEBOOK_PAGE_ID}"


def test_who_tagged_the_page_is_not_told(server: Server, call: Caller) -> None:
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    post = server.facebook.add_tagged("Wat een leuke open dag!", "Petra Groot", at=at)
    rows = call.get(f"{PAGE}/tagged", fields="id,message,from,created_time").json()["data"]
    assert rows == [
        {
            "id": post.id,
            "message": "Wat een leuke open dag!",
            "created_time": "2026-11-20T09:30:00+0000",
        }
    ]


def test_the_feed_holds_own_visitor_and_tagged_posts_and_the_posts_edge_only_our_own(
    server: Server, call: Caller
) -> None:
    own = server.facebook.add_own("Open dag!")
    visitor = server.facebook.add_visitor_post("Vraagje", "Ron")
    tagged = server.facebook.add_tagged("Kijk", "Els")
    server.facebook.add_comment("Leuk", "Jan", on=own.id)
    feed = call.get(f"{PAGE}/feed", fields="id,from").json()["data"]
    posts = call.get(f"{PAGE}/posts").json()["data"]
    assert {row["id"] for row in feed} == {own.id, visitor.id, tagged.id}
    assert {row["id"]: row.get("from", {}).get("name") for row in feed}[visitor.id] == "Ron"
    assert [row["id"] for row in posts] == [own.id]


def test_cursors_and_next_walk_through_the_whole_edge(server: Server, call: Caller) -> None:
    start = now() - timedelta(hours=2)
    made = [
        server.facebook.add_tagged(f"nummer {n}", "Els", at=start + timedelta(minutes=n)).id
        for n in range(7)
    ]
    first = call.get(f"{PAGE}/tagged", limit=3).json()
    second = call.get(f"{PAGE}/tagged", limit=3, after=first["paging"]["cursors"]["after"]).json()
    address = second["paging"]["next"].removeprefix(server.url)
    third = call("GET", address).json()
    assert [row["id"] for page in (first, second, third) for row in page["data"]] == made[::-1]
    assert "next" not in third["paging"]


def test_the_next_address_carries_the_token_as_on_facebook(server: Server, call: Caller) -> None:
    for number in range(3):
        server.facebook.add_tagged(f"nummer {number}")
    path = f"{PAGE}/tagged?limit=1&access_token={FACEBOOK_TOKEN}"
    answer = call("GET", path, key="").json()
    assert f"access_token={FACEBOOK_TOKEN}" in answer["paging"]["next"]


def test_since_leaves_out_older_posts(server: Server, call: Caller) -> None:
    server.facebook.add_tagged("oud", at=now() - timedelta(days=3))
    fresh = server.facebook.add_tagged("nieuw")
    since = int((now() - timedelta(days=1)).timestamp())
    rows = call.get(f"{PAGE}/tagged", since=since).json()["data"]
    assert [row["id"] for row in rows] == [fresh.id]


def test_stream_gives_answers_to_comments_and_toplevel_does_not(
    server: Server, call: Caller
) -> None:
    start = now() - timedelta(minutes=9)
    post = server.facebook.add_own("Open dag!", at=start)
    comment = server.facebook.add_comment("Hoe laat?", "Jan", on=post.id, at=start)
    answer = server.facebook.add_comment("Tien uur", "Els", on=comment.id)
    top = call.get(f"{GRAPH}/{post.id}/comments").json()["data"]
    stream = call.get(
        f"{GRAPH}/{post.id}/comments", filter="stream", fields="id,parent,object"
    ).json()["data"]
    assert [row["id"] for row in top] == [comment.id]
    assert [row["id"] for row in stream] == [comment.id, answer.id]
    assert "parent" not in stream[0]
    assert stream[1]["parent"]["id"] == comment.id
    assert stream[1]["object"]["id"] == post.id


def test_comments_can_be_asked_for_inside_their_post(server: Server, call: Caller) -> None:
    post = server.facebook.add_own("Open dag!")
    comment = server.facebook.add_comment("Hoe laat?", "Jan", on=post.id)
    fields = "id,comments.limit(5).filter(stream){id,from}"
    row = call.get(f"{PAGE}/feed", fields=fields).json()["data"][0]
    assert row["comments"]["data"] == [
        {"id": comment.id, "from": {"name": "Jan", "id": comment.author_id}}
    ]


def test_a_comment_is_accepted_twice_because_facebook_does_not_stop_it(
    server: Server, call: Caller
) -> None:
    post = server.facebook.add_visitor_post("Vraagje")
    for _ in range(2):
        sent = call("POST", f"{GRAPH}/{post.id}/comments", data={"message": "Dag Ron"})
        assert sent.status_code == 200
    assert sent.json()["id"] == server.accepted[1].id
    assert server.duplicates() == {("facebook", post.id, "Dag Ron"): 2}


def test_the_version_in_the_path_may_be_left_out(server: Server, call: Caller) -> None:
    assert call.get("/facebook/me").json() == {"name": "ROC De Waterlanden", "id": FACEBOOK_PAGE_ID}
    assert call.get(f"{GRAPH}/me").json() == call.get(PAGE).json()


def test_an_unknown_id_fails_the_whole_lookup(server: Server, call: Caller) -> None:
    post = server.facebook.add_tagged("hier")
    good = call.get(f"{GRAPH}/", ids=post.id, fields="id").json()
    bad = call.get(f"{GRAPH}/", ids=f"{post.id},999_1", fields="id")
    assert good == {post.id: {"id": post.id}}
    assert bad.status_code == 400
    assert bad.json()["error"]["error_subcode"] == 33
    assert bad.json()["error"]["code"] == 100


def test_a_field_that_does_not_exist_is_error_100(server: Server, call: Caller) -> None:
    server.facebook.add_tagged("hier")
    error = call.get(f"{PAGE}/tagged", fields="id,sentiment").json()["error"]
    assert error["code"] == 100
    assert "nonexisting field (sentiment)" in error["message"]


def test_retired_metrics_are_an_error_and_todays_have_values_per_day(call: Caller) -> None:
    retired = call.get(f"{PAGE}/insights", metric="page_fans")
    today = call.get(f"{PAGE}/insights", metric="page_follows,page_media_view").json()["data"]
    assert retired.json()["error"]["code"] == 100
    assert [row["name"] for row in today] == ["page_follows", "page_media_view"]
    assert all(isinstance(row["values"][-1]["value"], int) for row in today)


def test_a_wrong_token_is_error_190(call: Caller) -> None:
    error = call("GET", PAGE, key="something-else").json()["error"]
    assert (error["type"], error["code"]) == ("OAuthException", 190)


def test_a_proof_is_checked_when_it_is_given(call: Caller) -> None:
    proof = hmac.new(
        FACEBOOK_APP_SECRET.encode(), FACEBOOK_TOKEN.encode(), hashlib.sha256
    ).hexdigest()
    assert call.get(PAGE, appsecret_proof=proof).status_code == 200
    assert call.get(PAGE, appsecret_proof="0" * 64).json()["error"]["code"] == 100


def test_usage_is_told_in_percentages(call: Caller) -> None:
    headers = call.get(PAGE).headers
    business = json.loads(headers["X-Business-Use-Case-Usage"])[FACEBOOK_PAGE_ID][0]
    assert json.loads(headers["X-App-Usage"])["call_count"] == 0
    assert business["estimated_time_to_regain_access"] == 0


def test_throttled_tells_the_minutes_to_wait(server: Server, call: Caller) -> None:
    server.faults.add("facebook", kind="429", reset_in=600)
    response = call.get(PAGE)
    business = json.loads(response.headers["X-Business-Use-Case-Usage"])[FACEBOOK_PAGE_ID][0]
    assert response.json()["error"]["code"] == 80001
    assert business["estimated_time_to_regain_access"] == 10


def test_a_deleted_post_is_gone(server: Server, call: Caller) -> None:
    post = server.facebook.add_visitor_post("Vraagje")
    server.facebook.delete(post.id)
    assert call.get(f"{GRAPH}/{post.id}").json()["error"]["error_subcode"] == 33
    assert call.get(f"{PAGE}/feed").json() == {"data": []}
