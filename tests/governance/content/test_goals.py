"""The library of goals ties every activity to an effect and to something one can see."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

import pytest

from governance.content import Bilingual
from governance.content.audiences import AUDIENCE_CODES
from governance.content.goals import (
    DOMAIN_CODES,
    GOALS,
    MEASURED_SOURCES,
    LibraryGoal,
    goal_by_code,
    goals_in_domain,
)


def test_every_goal_has_its_own_code() -> None:
    codes = Counter(goal.code for goal in GOALS)

    assert [code for code, times in codes.items() if times > 1] == []


@pytest.mark.parametrize("domain", ["communication", "learning", "keeping_up"])
def test_each_domain_offers_at_least_five_goals(domain: str) -> None:
    assert len(goals_in_domain(domain)) >= 5


def test_every_goal_belongs_to_a_domain_and_to_known_audiences() -> None:
    for goal in GOALS:
        assert goal.domain in DOMAIN_CODES
        assert goal.audiences, goal.code
        assert set(goal.audiences) <= set(AUDIENCE_CODES), goal.code


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.code)
def test_a_goal_reads_in_dutch_and_in_english(goal: LibraryGoal) -> None:
    for field in fields(goal):
        text = getattr(goal, field.name)
        if isinstance(text, Bilingual):
            assert text.nl.strip(), field.name
            assert text.en.strip(), field.name
            assert text.nl != text.en, field.name


def test_the_chain_from_activity_to_effect_is_written_in_sentences() -> None:
    for goal in GOALS:
        for link in (goal.activity, goal.consequence, goal.effect):
            assert link.nl.endswith("."), goal.code
            assert link.en.endswith("."), goal.code


def test_a_goal_is_measured_only_by_what_the_portal_can_measure() -> None:
    for goal in GOALS:
        assert goal.measured_by in {"", *MEASURED_SOURCES}, goal.code


def test_everything_the_portal_measures_serves_a_goal() -> None:
    assert {goal.measured_by for goal in GOALS if goal.measured_by} == set(MEASURED_SOURCES)


def test_fewer_hours_and_fewer_complaints_are_better() -> None:
    lower = {goal.measured_by for goal in GOALS if not goal.higher_is_better}

    assert lower == {"webcare.first_answer_hours", "webcare.complaints"}


def test_every_goal_names_the_chapter_it_goes_back_to() -> None:
    for goal in GOALS:
        assert goal.source.startswith("Sociale media in het mbo (2012), h. "), goal.code


def test_a_stored_code_finds_its_goal_and_an_unknown_one_finds_nothing() -> None:
    found = goal_by_code("placement_blog")

    assert found is not None
    assert found.domain == "learning"
    assert goal_by_code("never_written") is None
