"""What helps to choose a channel, and to close one decently."""

from __future__ import annotations

import pytest

from governance.content import Bilingual
from governance.content.channels import (
    CLOSING_STEPS,
    PLATFORM_FACTS,
    SCORING_QUESTIONS,
    PlatformFact,
    fact_about,
)
from governance.content.platform_facts import HOURS_LABEL


def assert_in_both_languages(*texts: Bilingual) -> None:
    for text in texts:
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


def test_each_platform_of_today_is_described_once() -> None:
    assert sorted(fact.code for fact in PLATFORM_FACTS) == sorted(
        [
            "x",
            "facebook",
            "instagram",
            "linkedin",
            "youtube",
            "flickr",
            "mastodon",
            "bluesky",
            "threads",
            "tiktok",
            "rss",
        ]
    )


@pytest.mark.parametrize("fact", PLATFORM_FACTS, ids=lambda fact: fact.code)
def test_a_platform_tells_what_it_suits_and_what_to_watch(fact: PlatformFact) -> None:
    assert_in_both_languages(fact.open_closed, fact.suits, fact.watch_out)
    assert 0 < fact.typical_hours_per_week <= 10


def test_the_hours_are_called_an_assumption() -> None:
    assert "aanname" in HOURS_LABEL.nl
    assert "assumption" in HOURS_LABEL.en


def test_an_unknown_platform_has_no_fact() -> None:
    assert fact_about("Hyves") is None
    known = fact_about("x")
    assert known is not None
    assert known.name == "X"


def test_the_three_questions_of_the_choice_each_have_four_sentences() -> None:
    assert [question.code for question in SCORING_QUESTIONS] == ["present", "expects", "openness"]
    for question in SCORING_QUESTIONS:
        assert_in_both_languages(question.text, question.help, *question.scale)
        assert len({sentence.nl for sentence in question.scale}) == 4


def test_closing_a_channel_starts_with_telling_and_ends_with_looking_back() -> None:
    codes = [step.code for step in CLOSING_STEPS]

    assert codes[0] == "announce"
    assert codes[-1] == "look_back"
    assert len(codes) == len(set(codes)) == 9
    for step in CLOSING_STEPS:
        assert_in_both_languages(step.title, step.explanation)
