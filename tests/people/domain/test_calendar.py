from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from core import workhours
from people.domain.calendar import office_calendar
from tests.factories.people import InstitutionFactory

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def due_after(start: str, hours: float, **college: Any) -> str:
    """When `hours` office hours are over; both as local time."""
    InstitutionFactory(opens_at=time(8, 30), closes_at=time(17), **college)
    due = workhours.due(
        datetime.fromisoformat(start).replace(tzinfo=AMSTERDAM), hours, office_calendar()
    )
    return due.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")


def test_the_evening_and_the_weekend_do_not_count() -> None:
    assert due_after("2026-11-20 16:30", 1) == "2026-11-23 09:00"


def test_public_holidays_do_not_count() -> None:
    assert due_after("2026-12-24 16:00", 2) == "2026-12-28 09:30"


def test_own_closed_days_do_not_count() -> None:
    closed = [date(2026, 11, 23)]

    assert due_after("2026-11-20 16:30", 1, closed_days=closed) == "2026-11-24 09:00"


@pytest.mark.parametrize(
    ("closed", "expected"), [(False, "2026-12-28 09:30"), (True, "2027-01-04 09:30")]
)
def test_school_holidays_count_unless_the_college_is_closed_then(
    closed: bool, expected: str
) -> None:
    """The Christmas holiday of all regions runs from 19 December 2026 to 3 January 2027."""
    start = "2026-12-18 16:00" if closed else "2026-12-24 16:00"

    assert due_after(start, 2, closed_in_school_holidays=closed) == expected


def test_a_portal_without_a_college_keeps_ordinary_hours() -> None:
    start = datetime(2026, 11, 23, 7, 0, tzinfo=AMSTERDAM)

    due = workhours.due(start, 1, office_calendar())

    assert due.astimezone(AMSTERDAM).hour == 9


def test_the_calendar_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    InstitutionFactory()

    with django_assert_num_queries(1):
        calendar = office_calendar()
        workhours.due(datetime(2026, 11, 23, 7, 0, tzinfo=AMSTERDAM), 40, calendar)


def test_an_office_cannot_close_before_it_opens() -> None:
    with pytest.raises(IntegrityError, match="office_closes_after_it_opens"):
        InstitutionFactory(opens_at=time(17), closes_at=time(8, 30))


def test_an_office_may_close_at_midnight() -> None:
    InstitutionFactory(opens_at=time(8), closes_at=time(0))

    due = workhours.due(datetime(2026, 11, 23, 23, 0, tzinfo=AMSTERDAM), 2, office_calendar())

    assert due.astimezone(AMSTERDAM) == datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)
