"""Many small facts, one query."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from core.facts import Counted, Fact, First, gather
from people.models import Absence, Role, Team, Unit, User
from tests.factories.people import AbsenceFactory, TeamFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


def test_things_of_several_tables_are_told_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    UnitFactory.create_batch(2)
    absence = AbsenceFactory(user__name="Anna", from_date=DAY, until_date=DAY)
    away = Absence.objects.order_by("-from_date")

    with django_assert_num_queries(1):
        found = gather(
            {
                "units": Counted(Unit.objects.all()),
                "teams": Counted(Team.objects.all()),
                "away": First(away, value="pk", label="user__name", on_date="from_date"),
                "nobody": First(away.filter(user__name="Eva"), value="pk"),
            }
        )

    assert found == {
        "units": Fact(2),
        "teams": Fact(0),
        "away": Fact(absence.pk, "Anna", DAY),
    }


def test_the_first_is_the_first_in_the_order_that_was_asked() -> None:
    UnitFactory.create_batch(3)
    units = Unit.objects.order_by("-pk")

    assert gather({"last": First(units, value="pk")})["last"].value == units[0].pk


def test_who_is_found_twice_counts_once() -> None:
    UserFactory(teams=TeamFactory.create_batch(2), roles=[Role.TRAINER, Role.MANAGER])
    members = User.objects.filter(teams__isnull=False, role_grants__isnull=False)

    assert members.count() == 4
    assert gather({"members": Counted(members)}) == {"members": Fact(1)}
