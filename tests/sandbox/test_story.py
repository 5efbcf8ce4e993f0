"""The demo story: what it says and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from sandbox import Post, Server
from sandbox.story import Story, read_script, vary
from tests.sandbox.conftest import Caller

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def story(server: Server, clock: time_machine.Traveller) -> Story:
    story = Story(server)
    story.advance(START)
    return story


def play(story: Story, *, seconds: int, begin: int = 0) -> list[Post]:
    """Everything that is said from `begin` up to `seconds` after the start."""
    moments = (START + timedelta(seconds=second) for second in range(begin, seconds + 1))
    return [post for moment in moments for post in story.advance(moment)]


def test_the_history_lies_in_the_past_three_weeks(story: Story, server: Server) -> None:
    posts = [post for name in server.platforms for post in server.store.posts(name)]
    ages = [START - post.created_at for post in posts]
    assert len(posts) == len(read_script("history")) >= 40
    assert timedelta(hours=12) < min(ages) < max(ages) < timedelta(days=20)
    assert server.accepted == []


def test_answers_in_the_history_come_after_what_they_answer(story: Story, server: Server) -> None:
    posts = [post for name in server.platforms for post in server.store.posts(name)]
    for post in posts:
        parent = server.store.get(post.platform, post.in_reply_to)
        assert parent is None or parent.created_at < post.created_at


def test_the_first_message_comes_after_five_seconds(story: Story) -> None:
    assert play(story, seconds=4) == []
    said = play(story, begin=5, seconds=5)
    assert [post.script_key for post in said] == ["l-vakantie"]


def test_the_threat_comes_at_a_minute_and_a_half(story: Story) -> None:
    said = play(story, seconds=90)
    assert said[-1].script_key == "l-threat"
    assert said[-1].created_at == START + timedelta(seconds=90)


def test_a_second_round_says_it_in_other_words(story: Story) -> None:
    said = play(story, seconds=1500)
    first = [post for post in said if post.script_key == "l-bloedbad"]
    assert len(first) >= 2
    assert first[0].text != first[1].text
    assert first[0].id != first[1].id


def test_every_message_fits_its_platform_in_every_round() -> None:
    limits = {"x": 280, "mastodon": 500, "facebook": 8000, "feeds": 8000}
    for line in read_script("live"):
        for turn in range(8):
            text = vary(line["text"], turn)
            assert len(text) <= limits[line["platform"]]
            assert not set("{|}") & set(text)


def test_a_round_takes_the_first_choices_first() -> None:
    assert vary("{een|twee} en {rood|blauw|geel}", 0) == "een en rood"
    assert vary("{een|twee} en {rood|blauw|geel}", 1) == "twee en geel"


def test_who_gets_an_answer_comes_back_once_in_the_same_thread(
    story: Story, server: Server, clock: time_machine.Traveller
) -> None:
    question = play(story, seconds=5)[0]
    clock.move_to(START + timedelta(seconds=7))
    body = {"text": "Op 19 december", "reply": {"in_reply_to_tweet_id": question.id}}
    answer = Caller(server)("POST", "/x/2/tweets", json=body).json()["data"]
    said = play(story, begin=7, seconds=60)
    reactions = [post for post in said if post.script_key == "l-vakantie#1"]
    assert [post.author_id for post in reactions] == [question.author_id]
    assert reactions[0].in_reply_to == answer["id"]
    assert reactions[0].conversation == question.id
    assert reactions[0].created_at == START + timedelta(seconds=19)


def test_a_restart_goes_on_where_it_stood(story: Story, server: Server) -> None:
    play(story, seconds=60)
    before = len(server.store.posts("x"))
    again = Story(server)
    again.advance(START + timedelta(seconds=61))
    assert len(server.store.posts("x")) == before


def test_after_a_reset_the_story_begins_again(story: Story, server: Server) -> None:
    play(story, seconds=60)
    server.reset()
    story.advance(START + timedelta(seconds=61))
    assert len(server.store.posts("facebook")) == 16


def test_most_of_the_story_reaches_the_college_and_some_of_it_is_noise(story: Story) -> None:
    said = play(story, seconds=600)
    keys = {post.script_key for post in said}
    assert {"l-homonym", "l-surname", "l-wrong-roc", "l-ad"} <= keys
    named = [post for post in said if "rocdewaterlanden" in post.text.lower()]
    assert len(named) > len(said) / 3
