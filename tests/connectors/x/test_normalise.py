"""What becomes of a page of X."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.types import Author, Post
from connectors.x import normalise


@pytest.fixture
def posts(payload: Callable[[str], Any]) -> dict[str, Post]:
    found, _ = normalise.page(payload("mentions"))
    return {post.external_id: post for post in found}


def test_a_reply_keeps_its_place_in_the_thread(posts: dict[str, Post]) -> None:
    post = posts["1990000000000000008"]
    assert post.in_reply_to == "1989999990000000001"
    assert post.conversation == "1989990000000000001"
    assert post.published_at == datetime(2025, 11, 16, 10, 12, 27, tzinfo=UTC)
    assert post.url == "https://x.com/youssef_mbo/status/1990000000000000008"
    assert post.lang == "nl"


def test_text_has_its_links_as_typed_and_no_escapes(posts: dict[str, Post]) -> None:
    assert posts["1990000000000000008"].text == (
        "@mbocollege Dank! <3 Staat het hier ook & compleet: "
        "https://mbocollege.example/open-avond?jaar=2026"
    )


def test_a_long_post_has_its_whole_text(posts: dict[str, Post]) -> None:
    assert posts["1990000000000000006"].text.endswith(
        "nog even doorgaat: zie https://stage.example/lang"
    )


def test_author_comes_from_the_expansion_without_control_characters(
    posts: dict[str, Post],
) -> None:
    assert posts["1990000000000000008"].author == Author(
        handle="youssef_mbo",
        name="Youssef 🎓",
        external_id="700000000000000002",
        url="https://x.com/youssef_mbo",
    )


def test_a_suspended_author_is_known_by_id_only(posts: dict[str, Post]) -> None:
    assert posts["1990000000000000006"].author == Author(
        handle="700000000000000404",
        external_id="700000000000000404",
        url="https://x.com/i/user/700000000000000404",
    )


def test_an_edited_post_keeps_the_id_and_time_of_its_first_version(posts: dict[str, Post]) -> None:
    post = posts["1989996000000000000"]
    assert post.published_at.replace(microsecond=0) == datetime(2025, 11, 16, 9, 56, 33, tzinfo=UTC)
    assert post.edited_at == datetime(2025, 11, 16, 10, 12, 27, tzinfo=UTC)
    assert post.url.endswith("/1990000000000000007")


def test_two_versions_on_one_page_are_one_post() -> None:
    versions = {"edit_history_tweet_ids": ["7", "8"]}
    newest_first = [{"id": "8", "text": "nieuw", **versions}, {"id": "7", "text": "oud"}]
    posts, _ = normalise.page({"data": newest_first})
    assert [(post.external_id, post.text) for post in posts] == [("7", "nieuw")]


def test_a_post_that_was_not_edited_has_no_time_of_edit(posts: dict[str, Post]) -> None:
    assert posts["1990000000000000008"].edited_at is None


def test_only_a_retweet_is_a_repost(posts: dict[str, Post]) -> None:
    assert [post.external_id for post in posts.values() if post.is_repost] == [
        "1990000000000000009"
    ]


def test_a_language_that_x_could_not_tell_is_no_language(posts: dict[str, Post]) -> None:
    assert posts["1989996000000000000"].lang == ""


def test_metrics_are_the_public_ones(posts: dict[str, Post]) -> None:
    assert posts["1990000000000000008"].metrics["like_count"] == 3


def test_an_item_without_text_is_kept_as_unparsed(payload: Callable[[str], Any]) -> None:
    _, unparsed = normalise.page(payload("mentions"))
    assert unparsed[0].raw["id"] == "1990000000000000005"
    assert "text" in unparsed[0].reason


def test_errors_about_expansions_are_ignored_and_others_are_counted(
    payload: Callable[[str], Any],
) -> None:
    _, unparsed = normalise.page(payload("mentions"))
    assert [one.raw.get("field") for one in unparsed[1:]] == ["geo"]


@pytest.mark.parametrize(
    "item",
    [
        None,
        "text",
        {},
        {"id": "x", "text": "a"},
        {"id": "12", "text": "a", "referenced_tweets": ["?"]},
        {"id": "12", "text": "a", "created_at": "soon"},
        {"id": "9" * 40, "text": "a"},
    ],
)
def test_a_malformed_item_never_stops_the_page(item: Any) -> None:
    posts, unparsed = normalise.page({"data": [item, {"id": "7", "text": "goed"}]})
    assert [post.text for post in posts] == ["goed"]
    assert [one.raw for one in unparsed] == [item]


def test_raw_can_be_stored(payload: Callable[[str], Any]) -> None:
    tweet = payload("mentions")["data"][1] | {"text": "a\x00b\ud800c", "note\x00": ["\x07"]}
    raw = normalise.post(tweet, {}).raw
    assert raw["text"] == "abc"
    assert raw["note"] == [""]
    json.dumps(raw, ensure_ascii=False).encode()
