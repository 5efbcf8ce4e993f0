"""X: what its API answers, as its own documents tell it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import Server
from sandbox.identity import X_OAUTH1_TOKEN, X_USER_ID
from sandbox.wire import now
from tests.sandbox.conftest import Caller

MENTIONS = f"/x/2/users/{X_USER_ID}/mentions"
SEARCH = "/x/2/tweets/search/recent"


def test_a_mention_has_only_the_fields_that_were_asked_for(server: Server, call: Caller) -> None:
    post = server.x.add_mention("Is er morgen les?", "lotte")
    plain = call.get(MENTIONS).json()
    rich = call.get(MENTIONS, **{"tweet.fields": "author_id", "expansions": "author_id"}).json()
    text = "@rocdewaterlanden Is er morgen les?"
    basics = {"id": post.id, "text": text, "edit_history_tweet_ids": [post.id]}
    assert plain["data"] == [basics]
    assert rich["data"] == [{**basics, "author_id": post.author_id}]
    assert rich["includes"]["users"] == [
        {"id": post.author_id, "name": "lotte", "username": "lotte"}
    ]


def test_ids_grow_with_time_and_creation_times_have_whole_seconds(
    server: Server, call: Caller
) -> None:
    at = datetime(2026, 11, 20, 9, 30, 15, 678_000, tzinfo=UTC)
    older, newer = server.x.add_mention("een", at=at), server.x.add_mention("twee", at=at)
    answer = call.get(MENTIONS, **{"tweet.fields": "created_at"}).json()
    assert int(older.id) < int(newer.id)
    assert [row["id"] for row in answer["data"]] == [newer.id, older.id]
    assert answer["data"][0]["created_at"] == "2026-11-20T09:30:15.000Z"


def test_no_mentions_means_no_data_at_all(call: Caller) -> None:
    assert call.get(MENTIONS).json() == {"meta": {"result_count": 0}}


def test_pages_follow_each_other_without_a_hole(server: Server, call: Caller) -> None:
    made = [server.x.add_mention(f"bericht {number}").id for number in range(12)]
    first = call.get(MENTIONS, max_results=5).json()
    second = call.get(MENTIONS, max_results=5, pagination_token=first["meta"]["next_token"]).json()
    third = call.get(MENTIONS, max_results=5, pagination_token=second["meta"]["next_token"]).json()
    found = [row["id"] for page in (first, second, third) for row in page["data"]]
    assert found == made[::-1]
    assert first["meta"]["newest_id"] == made[-1]
    assert first["meta"]["oldest_id"] == made[-5]
    assert "next_token" not in third["meta"]


def test_since_and_until_leave_out_the_ids_themselves(server: Server, call: Caller) -> None:
    made = [server.x.add_mention(f"bericht {number}").id for number in range(5)]
    answer = call.get(MENTIONS, since_id=made[1], until_id=made[4]).json()
    assert [row["id"] for row in answer["data"]] == [made[3], made[2]]


def test_only_the_newest_800_mentions_can_be_reached(server: Server, call: Caller) -> None:
    start = now() - timedelta(days=3)
    for number in range(803):
        server.x.add_mention(f"nummer {number}", at=start + timedelta(seconds=number))
    paging: dict[str, str] = {}
    found = 0
    while True:
        meta = call.get(MENTIONS, max_results=100, **paging).json()["meta"]
        found += meta["result_count"]
        if "next_token" not in meta:
            break
        paging = {"pagination_token": meta["next_token"]}
    assert found == 800


def test_a_page_size_outside_the_bounds_is_an_invalid_request(call: Caller) -> None:
    response = call.get(MENTIONS, max_results=3)
    assert response.status_code == 400
    assert response.json()["type"] == "https://api.twitter.com/2/problems/invalid-request"
    assert response.json()["errors"][0]["parameters"] == {"max_results": ["3"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("waterlanden", ["kanotocht", "roc"]),
        ('"roc de waterlanden"', ["roc"]),
        ("kanotocht OR fietstocht", ["fietstocht", "kanotocht"]),
        ("waterlanden -kanotocht", ["roc"]),
        ("(kanotocht OR roc) waterlanden", ["kanotocht", "roc"]),
        ("from:piet", ["fietstocht"]),
        ("#mbo", ["roc"]),
        ("lang:en", []),
    ],
)
def test_search_understands_the_usual_operators(
    server: Server, call: Caller, query: str, found: list[str]
) -> None:
    server.x.add_post("fietstocht langs de dijk", "piet")
    server.x.add_post("kanotocht door de waterlanden", "klaas")
    server.x.add_post("roc de waterlanden heeft open dag #mbo", "kim")
    rows = call.get(SEARCH, query=query).json().get("data", [])
    assert sorted(row["text"].split(" ")[0] for row in rows) == found


def test_search_reaches_seven_days_and_refuses_an_older_since_id(
    server: Server, call: Caller
) -> None:
    old = server.x.add_post("waterlanden vroeger", at=now() - timedelta(days=9))
    server.x.add_post("waterlanden nu")
    answer = call.get(SEARCH, query="waterlanden").json()
    refused = call.get(SEARCH, query="waterlanden", since_id=old.id)
    assert [row["text"] for row in answer["data"]] == ["waterlanden nu"]
    assert refused.status_code == 400
    assert "since_id" in refused.json()["errors"][0]["message"]


def test_a_query_that_makes_no_sense_is_an_invalid_request(call: Caller) -> None:
    assert call.get(SEARCH, query="(waterlanden").status_code == 400
    assert call.get(SEARCH, query="een AND twee").status_code == 400
    assert call.get(SEARCH, query="x" * 513).status_code == 400


def test_a_reply_stands_there_with_the_handle_of_the_other_in_front(
    server: Server, call: Caller
) -> None:
    question = server.x.add_mention("Is er les?", "lotte")
    sent = call(
        "POST",
        "/x/2/tweets",
        json={"text": "Ja & tot dan", "reply": {"in_reply_to_tweet_id": question.id}},
    )
    fields = {"tweet.fields": "conversation_id,referenced_tweets,in_reply_to_user_id"}
    stands = call.get(f"/x/2/tweets/{sent.json()['data']['id']}", **fields).json()["data"]
    assert sent.status_code == 201
    assert stands["text"] == "@lotte Ja &amp; tot dan"
    assert stands["conversation_id"] == question.id
    assert stands["referenced_tweets"] == [{"type": "replied_to", "id": question.id}]
    assert stands["in_reply_to_user_id"] == question.author_id
    assert [(one.text, one.in_reply_to) for one in server.accepted] == [
        ("Ja & tot dan", question.id)
    ]


def test_the_same_reply_again_is_refused_and_counted(server: Server, call: Caller) -> None:
    question = server.x.add_mention("Is er les?")
    body = {"text": "Ja", "reply": {"in_reply_to_tweet_id": question.id}}
    call("POST", "/x/2/tweets", json=body)
    again = call("POST", "/x/2/tweets", json=body)
    assert again.status_code == 403
    assert again.json()["detail"] == (
        "You are not allowed to create a Tweet with duplicate content."
    )
    assert len(server.accepted) == 1
    assert len(server.store.refused) == 1


def test_a_reply_to_a_deleted_post_is_forbidden(server: Server, call: Caller) -> None:
    question = server.x.add_mention("weg ermee")
    server.x.delete(question.id)
    body = {"text": "Ja", "reply": {"in_reply_to_tweet_id": question.id}}
    assert call("POST", "/x/2/tweets", json=body).status_code == 403
    assert server.accepted == []


def test_a_text_of_281_is_too_long_but_a_long_link_counts_for_23(
    server: Server, call: Caller
) -> None:
    link = "https://voorbeeld.example/" + "a" * 300
    assert call("POST", "/x/2/tweets", json={"text": "a" * 281}).status_code == 403
    assert call("POST", "/x/2/tweets", json={"text": f"zie {link}"}).status_code == 201
    stands = call.get(f"/x/2/tweets/{server.accepted[0].id}").json()["data"]["text"]
    assert stands.startswith("zie https://t.co/")


def test_lookup_tells_which_posts_are_gone_beside_a_200(server: Server, call: Caller) -> None:
    kept, gone = server.x.add_mention("blijft"), server.x.add_mention("gaat weg")
    server.x.delete(gone.id)
    response = call.get("/x/2/tweets", ids=f"{kept.id},{gone.id}")
    document = response.json()
    assert response.status_code == 200
    assert [row["id"] for row in document["data"]] == [kept.id]
    assert [row["resource_id"] for row in document["errors"]] == [gone.id]
    assert document["errors"][0]["type"].endswith("/resource-not-found")


def test_a_wrong_key_gets_the_problem_document_of_x(call: Caller) -> None:
    response = call("GET", MENTIONS, key="something-else")
    assert response.status_code == 401
    assert response.json() == {
        "title": "Unauthorized",
        "detail": "Unauthorized",
        "type": "about:blank",
        "status": 401,
    }


def test_oauth1_keys_are_taken_by_their_access_token(call: Caller) -> None:
    header = f'OAuth oauth_consumer_key="k", oauth_token="{X_OAUTH1_TOKEN}", oauth_signature="s"'
    response = call("GET", "/x/2/users/me", headers={"Authorization": header})
    assert response.json()["data"]["id"] == X_USER_ID


def test_limits_count_down_and_end_in_a_429_with_the_reset() -> None:
    with Server(limits=True) as server:
        call = Caller(server)
        answers = [call.get("/x/2/users/me") for _ in range(76)]
    left = [int(one.headers["x-rate-limit-remaining"]) for one in answers]
    assert left[:3] == [74, 73, 72]
    assert [one.status_code for one in answers[74:]] == [200, 429]
    assert int(answers[-1].headers["x-rate-limit-reset"]) > now().timestamp()
