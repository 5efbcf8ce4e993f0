"""What waits for a person about goals: decisions and figures."""

from __future__ import annotations

from datetime import date

import pytest

from governance.models import Goal
from people.domain import waiting
from people.models import User
from tests.factories.goals import GoalFactory, IndicatorFactory, ReadingFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


def urls(user: User) -> list[str]:
    return [one.url for one in waiting.for_person(user, DAY)]


def test_who_was_asked_sees_that_a_goal_waits(dirk: User, eva: User) -> None:
    goal = GoalFactory(state=Goal.State.SUBMITTED, approver=dirk)

    assert urls(dirk) == [goal.get_absolute_url()]
    assert urls(eva) == []


def test_the_owner_sees_that_a_figure_is_missing_or_old(dirk: User, eva: User) -> None:
    stale = IndicatorFactory(goal__approved=True, goal__owner=dirk)
    ReadingFactory(indicator=stale, on_date=date(2026, 9, 24))
    fresh = IndicatorFactory(goal__approved=True, goal__owner=dirk)
    ReadingFactory(indicator=fresh, on_date=date(2026, 9, 25))
    never = IndicatorFactory(goal__approved=True, goal__owner=dirk)

    assert set(urls(dirk)) == {stale.get_absolute_url(), never.get_absolute_url()}
    assert urls(eva) == []


@pytest.mark.parametrize("state", [Goal.State.DRAFT, Goal.State.REACHED, Goal.State.DROPPED])
def test_no_figure_is_asked_of_a_goal_nobody_works_on(state: str, dirk: User) -> None:
    IndicatorFactory(goal__state=state, goal__owner=dirk)

    assert urls(dirk) == []
