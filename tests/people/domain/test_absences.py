from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from core import audit
from people.domain import absences
from people.models import Absence, Team, User
from tests.factories.people import AbsenceFactory

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def week_off(carla: User, anna: User) -> Absence:
    """Carla (communications) is away; Anna (info centre) stands in."""
    absence: Absence = AbsenceFactory(user=carla, substitute=anna, from_date=FIRST, until_date=LAST)
    return absence


@pytest.mark.usefixtures("week_off")
@pytest.mark.parametrize(
    ("moment", "stands_in"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=AMSTERDAM), False),
        (datetime(2026, 11, 23, 0, 0, tzinfo=AMSTERDAM), True),
        (datetime(2026, 11, 27, 23, 59, tzinfo=AMSTERDAM), True),
        (datetime(2026, 11, 28, 0, 0, tzinfo=AMSTERDAM), False),
    ],
)
def test_a_substitute_works_for_the_other_team_from_the_first_day_to_the_last(
    anna: User, info: Team, comms: Team, moment: datetime, stands_in: bool
) -> None:
    with time_machine.travel(moment, tick=False):
        team_ids = User.objects.get(pk=anna.pk).team_ids

    assert team_ids == ({info.pk, comms.pk} if stands_in else {info.pk})


@pytest.mark.usefixtures("week_off")
def test_standing_in_does_not_pass_on(anna: User, bas: User, info: Team) -> None:
    """Bas replaces Anna, who replaces Carla: Bas gets Anna's own team only."""
    AbsenceFactory(user=anna, substitute=bas, from_date=FIRST, until_date=LAST)

    with time_machine.travel(FIRST, tick=False):
        assert bas.team_ids == {info.pk}


def test_the_absent_person_keeps_their_own_teams(
    week_off: Absence, carla: User, comms: Team
) -> None:
    with time_machine.travel(FIRST, tick=False):
        assert carla.team_ids == {comms.pk}


def test_someone_without_teams_to_replace_adds_nothing(anna: User, eva: User, info: Team) -> None:
    AbsenceFactory(user=eva, substitute=anna, from_date=FIRST, until_date=LAST)

    with time_machine.travel(FIRST, tick=False):
        assert anna.team_ids == {info.pk}


@pytest.mark.usefixtures("week_off")
def test_knowing_someones_teams_costs_one_query(
    anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with time_machine.travel(FIRST, tick=False), django_assert_num_queries(1):
        assert len(anna.team_ids) == 2
        assert len(anna.team_ids) == 2


@pytest.mark.usefixtures("week_off")
def test_stands_in_for_tells_the_teams_of_others_only(anna: User, carla: User, comms: Team) -> None:
    assert absences.stands_in_for(anna, on=FIRST) == [comms]
    assert absences.stands_in_for(anna, on=date(2026, 11, 28)) == []
    assert absences.stands_in_for(carla, on=FIRST) == []


@pytest.mark.usefixtures("week_off")
def test_a_team_that_one_works_in_already_is_not_stood_in_for(bas: User, anna: User) -> None:
    AbsenceFactory(user=anna, substitute=bas, from_date=FIRST, until_date=LAST)

    assert absences.stands_in_for(bas, on=FIRST) == []


def test_arranging_is_written_down(anna: User, dirk: User) -> None:
    absence = absences.arrange(Absence(user=anna, from_date=FIRST, until_date=LAST), by=dirk)
    absence.until_date = FIRST
    absences.arrange(absence, by=anna)

    assert [(line.verb, line.actor) for line in audit.history(absence)] == [
        ("absence-changed", anna),
        ("absence-arranged", dirk),
    ]


def test_cancelling_takes_away_the_absence_and_keeps_the_trail(
    week_off: Absence, anna: User
) -> None:
    kept = Absence.objects.get(pk=week_off.pk)
    absences.cancel(week_off, by=anna)

    assert not Absence.objects.exists()
    assert audit.history(kept).get().verb == "absence-cancelled"


def test_an_absence_cannot_end_before_it_starts(anna: User) -> None:
    with pytest.raises(IntegrityError, match="absence_ends_after_it_starts"):
        AbsenceFactory(user=anna, from_date=LAST, until_date=FIRST)


def test_nobody_replaces_themselves(anna: User) -> None:
    with pytest.raises(IntegrityError, match="nobody_replaces_themselves"):
        AbsenceFactory(user=anna, substitute=anna, from_date=FIRST, until_date=LAST)
