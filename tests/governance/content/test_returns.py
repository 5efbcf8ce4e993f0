"""Costs are named, and every return belongs to a goal."""

from __future__ import annotations

import re

import pytest

from governance.content import Bilingual
from governance.content.goals import goal_by_code
from governance.content.returns import COST_KINDS, EXPECTED_GAINS, RETURNS, PossibleReturn


def assert_in_both_languages(*texts: Bilingual) -> None:
    for text in texts:
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


def test_the_six_kinds_of_cost_are_explained() -> None:
    assert [kind.code for kind in COST_KINDS] == [
        "channel_management",
        "staffing",
        "devices",
        "training",
        "tools",
        "campaign",
    ]
    for kind in COST_KINDS:
        assert_in_both_languages(kind.label, kind.explanation)


@pytest.mark.parametrize("gain", RETURNS, ids=lambda gain: gain.code)
def test_a_return_points_to_a_goal_of_the_library(gain: PossibleReturn) -> None:
    assert goal_by_code(gain.goal) is not None
    assert_in_both_languages(gain.label, gain.explanation)
    assert gain.source


def test_codes_of_returns_are_given_once() -> None:
    codes = [gain.code for gain in RETURNS]

    assert len(codes) == len(set(codes))


def test_what_marketers_expected_is_an_example_with_a_source_and_without_figures() -> None:
    assert EXPECTED_GAINS.title.nl.startswith("Voorbeeld")
    assert EXPECTED_GAINS.title.en.startswith("Example")
    assert EXPECTED_GAINS.year == 2012
    assert "focus.com" in EXPECTED_GAINS.source
    assert len(EXPECTED_GAINS.gains) == 2
    assert_in_both_languages(EXPECTED_GAINS.text, EXPECTED_GAINS.caution, *EXPECTED_GAINS.gains)
    told = " ".join([EXPECTED_GAINS.text.nl, *(gain.nl for gain in EXPECTED_GAINS.gains)])
    assert re.search(r"\d", told) is None
