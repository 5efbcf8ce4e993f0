"""What becomes of posts and comments of Facebook."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.facebook import normalise
from connectors.types import Author

Payload = Callable[[str], Any]


def test_a_post_of_an_unknown_author_has_none(payload: Payload) -> None:
    post = normalise.post(payload("tagged")["data"][0])
    assert post.author is None
    assert post.text == "Wat een rommel weer bij het MBO College vandaag 😡"
    assert post.conversation == post.external_id == "122100000000000001_122200000000000009"


def test_a_photo_without_words_has_its_story(payload: Payload) -> None:
    post = normalise.post(payload("tagged")["data"][1])
    assert post.text == "Bakkerij Jansen was at MBO College."
    assert post.metrics == {"shares": 3}


def test_an_author_is_known_by_id_and_name(payload: Payload) -> None:
    assert normalise.post(payload("tagged")["data"][1]).author == Author(
        handle="122100000000000002",
        name="Bakkerij Jansen",
        external_id="122100000000000002",
        url="https://www.facebook.com/122100000000000002",
    )


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-22T09:15:00+0000", datetime(2026, 11, 22, 9, 15, tzinfo=UTC)),
        ("2026-11-21T18:00:00+0100", datetime(2026, 11, 21, 17, 0, tzinfo=UTC)),
        ("2026-11-21T18:00:00", datetime(2026, 11, 21, 18, 0, tzinfo=UTC)),
    ],
)
def test_times_are_read_as_utc(written: str, moment: datetime) -> None:
    assert normalise.time(written) == moment
    assert normalise.time(written).tzinfo is UTC


def test_a_relative_address_gets_its_site(payload: Payload) -> None:
    assert normalise.post(payload("tagged")["data"][1]).url == (
        "https://www.facebook.com/122100000000000002/posts/122200000000000008/"
    )


def test_a_comment_hangs_below_its_post(payload: Payload) -> None:
    thing = payload("feed")["data"][0]["comments"]["data"][0]
    comment = normalise.comment(thing, "1_2")
    assert (comment.in_reply_to, comment.conversation) == ("1_2", "1_2")
    assert comment.metrics == {"likes": 2, "comments": 2}


def test_an_answer_hangs_below_the_comment(payload: Payload) -> None:
    thing = payload("feed")["data"][0]["comments"]["data"][1]
    comment = normalise.comment(thing, "1_2")
    assert comment.in_reply_to == "122200000000000100_501"
    assert comment.conversation == "1_2"


def test_raw_holds_no_other_items_and_no_token(payload: Payload) -> None:
    thing = payload("feed")["data"][0] | {
        "access_token": "EAAB-geheim",
        "picture": {"url": "https://x.example/?access_token=EAAB-geheim&a=1", "n": ["a\x00"]},
    }
    raw = normalise.post(thing).raw
    assert "comments" not in raw
    assert "geheim" not in json.dumps(raw)
    assert raw["picture"] == {"url": "https://x.example/?access_token=***&a=1", "n": ["a"]}


@pytest.mark.parametrize(
    "thing",
    [
        None,
        "text",
        [],
        {},
        {"id": "1_2"},
        {"id": "1_2", "created_time": "soon"},
        {"id": "../me", "created_time": "2026-11-22T09:15:00+0000"},
        {"id": None, "created_time": "2026-11-22T09:15:00+0000"},
    ],
)
def test_a_malformed_item_is_kept_and_does_not_stop_the_rest(thing: Any) -> None:
    good = {"id": "1_3", "created_time": "2026-11-22T09:15:00+0000"}
    posts, unparsed = normalise.several([thing, good], normalise.post)
    assert [post.external_id for post in posts] == ["1_3"]
    assert [one.raw for one in unparsed] == [thing]
