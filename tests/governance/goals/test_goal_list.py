"""The list of goals: filters, loose ends, page after page."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain import goal_queries
from governance.domain.goal_queries import Filters
from governance.models import Goal, Policy
from people.models import User
from tests.factories.goals import AudienceFactory, GoalFactory, IndicatorFactory, ReadingFactory
from tests.factories.governance import PolicyFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


def found(**filters: object) -> set[Goal]:
    narrowed = goal_queries.narrowed(
        Goal.objects.all(),
        Filters(**filters),  # type: ignore[arg-type]
        day=DAY,
    )
    return set(narrowed)


def test_goals_are_narrowed_by_domain_state_and_owner(dirk: User) -> None:
    mine = GoalFactory(domain="learning", owner=dirk)
    other = GoalFactory(domain="communication", approved=True)

    assert found(domain="learning") == {mine}
    assert found(state="approved") == {other}
    assert found(owner=dirk) == {mine}
    assert found() == {mine, other}


def test_loose_ends_are_found() -> None:
    bare = GoalFactory()
    whole = IndicatorFactory(
        goal__vision=PolicyFactory(kind=Policy.Kind.VISION, domain="learning")
    ).goal
    whole.audiences.add(AudienceFactory())

    for kind in ("no_indicator", "no_audience", "no_vision"):
        assert found(loose=kind) == {bare}, kind


def test_an_approved_goal_without_a_fresh_figure_is_a_loose_end() -> None:
    stale, fresh = (IndicatorFactory(goal__approved=True) for _ in range(2))
    ReadingFactory(indicator=stale, on_date=date(2026, 9, 24))
    ReadingFactory(indicator=fresh, on_date=date(2026, 9, 25))
    IndicatorFactory()  # of a draft, of which nobody expects a figure

    assert found(loose="no_figure") == {stale.goal}


def test_what_ended_is_no_loose_end() -> None:
    GoalFactory(state=Goal.State.DROPPED)

    assert found(loose="no_indicator") == set()


def test_every_goal_stands_on_one_page() -> None:
    made = {
        GoalFactory(domain=domain, state=state).pk
        for domain in ("learning", "communication", "keeping_up")
        for state in ("draft", "submitted", "draft")
    }
    seen: list[int] = []
    after = ""
    while True:
        page = goal_queries.page(Goal.objects.all(), day=DAY, after=after, size=2)
        seen += [row.goal.pk for row in page.rows]
        if not (after := page.next):
            break

    assert len(seen) == len(made)
    assert set(seen) == made


@pytest.mark.parametrize("after", ["", "x", "a~b~c", "a~b~" + "9" * 40])
def test_a_strange_address_gives_the_first_page(after: str) -> None:
    goal = GoalFactory()

    assert goal_queries.page(Goal.objects.all(), day=DAY, after=after).rows[0].goal == goal


@pytest.mark.parametrize("query", ["?domain=sport", "?state=x&loose=y", "?mine=on&after=~"])
def test_a_strange_filter_narrows_nothing(client: Client, dirk: User, query: str) -> None:
    goal = GoalFactory(owner=dirk)
    client.force_login(dirk)

    page = client.get(reverse("governance:goal-list") + query)

    assert goal.title in page.content.decode()


def test_an_empty_list_says_where_to_begin(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    page = client.get(reverse("governance:goal-list")).content.decode()

    assert "No goals yet" in page
    assert reverse("governance:vision-start") in page


def test_the_list_tells_in_words_and_figure_where_a_goal_stands(client: Client, dirk: User) -> None:
    reading = ReadingFactory(value=60, indicator__goal__approved=True)
    client.force_login(dirk)

    page = client.get(reverse("governance:goal-list")).content.decode()

    assert "50% of the way." in page
    assert 'value="50"' in page
    assert "there should be a new one every 30 days" in page
    assert reading.pk


@pytest.mark.parametrize("count", [1, 10])
def test_the_list_asks_the_same_number_of_questions_however_long(
    client: Client, dirk: User, django_assert_num_queries: object, count: int
) -> None:
    for _ in range(count):
        ReadingFactory(indicator__goal__approved=True)
    client.force_login(dirk)

    with django_assert_num_queries(6):  # type: ignore[operator]
        client.get(reverse("governance:goal-list"))


def test_domains_stand_in_the_order_in_which_people_meet_them() -> None:
    for domain in ("keeping_up", "learning", "communication"):
        GoalFactory(domain=domain)

    page = goal_queries.page(Goal.objects.all(), day=DAY)

    assert [row.goal.domain for row in page.rows] == ["communication", "learning", "keeping_up"]
