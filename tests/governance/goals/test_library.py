"""What comes along is looked through and copied, and is then the college's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from governance.content.goals import GOALS, LibraryGoal, goal_by_code
from governance.domain import indicators, library
from governance.models import Audience, Policy
from people.models import User
from tests.factories.goals import StrategyFactory
from tests.factories.governance import PolicyFactory

pytestmark = pytest.mark.django_db


def offered(code: str = "answer_in_time") -> LibraryGoal:
    goal = goal_by_code(code)
    assert goal is not None
    return goal


def test_the_library_is_narrowed_by_domain_and_audience() -> None:
    found = library.offers(domain="communication", audience="parents")

    assert found
    assert {one.goal.domain for one in found} == {"communication"}
    assert all("parents" in one.goal.audiences for one in found)


@pytest.mark.parametrize(("language", "title"), [("nl", "Elke vraag"), ("en", "Every question")])
def test_a_copy_is_in_the_language_of_the_reader(language: str, title: str, dirk: User) -> None:
    with translation.override(language):
        goal = library.take(offered(), by=dirk)

    assert goal.title.startswith(title)
    assert (goal.owner, goal.author, goal.library_code) == (dirk, dirk, "answer_in_time")


def test_a_copy_knows_its_audiences(dirk: User) -> None:
    goal = library.take(offered(), by=dirk)

    codes = set(goal.audiences.values_list("code", flat=True))
    assert codes == set(offered().audiences)
    assert Audience.objects.count() == len(codes)


def test_a_copy_hangs_on_the_vision_of_its_domain_and_the_only_line(dirk: User) -> None:
    line = StrategyFactory()
    vision = PolicyFactory(kind=Policy.Kind.VISION, domain="communication")

    goal = library.take(offered(), by=dirk)

    assert (goal.vision, goal.strategy) == (vision, line)


def test_the_library_shows_what_the_college_took(dirk: User) -> None:
    goal = library.take(offered(), by=dirk)

    copies = {one.goal.code: one.copy for one in library.offers()}
    assert copies["answer_in_time"] == goal
    assert copies["shorter_wait"] is None


def test_an_indicator_is_proposed_from_where_the_portal_stands_today(dirk: User) -> None:
    indicators.record("webcare.answered_in_time", Decimal(72), date(2026, 9, 1))
    goal = library.take(offered(), by=dirk)

    proposed = library.suggested_indicator(goal)

    assert proposed is not None
    assert (proposed.measure, proposed.baseline) == ("webcare.answered_in_time", Decimal(72))


def test_every_goal_of_the_library_can_be_taken(dirk: User) -> None:
    for one in GOALS:
        goal = library.take(one, by=dirk)
        goal.full_clean(exclude=["author", "vision", "strategy"])
        proposed = library.suggested_indicator(goal)
        assert proposed is not None
        assert len(proposed.name) <= 200
