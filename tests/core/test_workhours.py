from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import workhours
from core.workhours import (
    AMSTERDAM,
    Calendar,
    Timeline,
    always,
    due,
    dutch_closed_days,
    weekdays,
    worked,
)

OFFICE = Calendar(week=weekdays(time(9), time(17)), is_closed=dutch_closed_days())
LUNCH = Calendar(week=(((time(9), time(12)), (time(13), time(17))),) * 5 + ((), ()))


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-11-23 10:00", 2, "2026-11-23 12:00"),
        ("2026-11-23 16:00", 2, "2026-11-24 10:00"),
        ("2026-11-27 16:30", 8, "2026-11-30 16:30"),  # over a weekend
        ("2026-11-28 12:00", 1, "2026-11-30 10:00"),  # on a Saturday
        ("2026-11-23 06:00", 1, "2026-11-23 10:00"),  # before opening
        ("2026-11-23 09:00", 8, "2026-11-23 17:00"),  # a full day ends at closing time
        # Good Friday and Easter Monday are closed, and the clock goes forward in between
        ("2027-03-25 16:30", 8, "2027-03-30 16:30"),
        ("2026-12-24 16:00", 2, "2026-12-28 10:00"),  # Christmas, then a weekend
        ("2026-12-31 16:00", 2, "2027-01-04 10:00"),  # New Year's Day is a Friday
        ("2028-02-28 16:00", 9, "2028-02-29 17:00"),  # a leap day is a working day
    ],
)
def test_a_target_counts_open_hours_only(start: str, hours: float, expected: str) -> None:
    assert due(at(start), hours, OFFICE) == at(expected)


def test_a_lunch_break_does_not_count() -> None:
    assert due(at("2026-11-23 11:00"), 2, LUNCH) == at("2026-11-23 14:00")


@pytest.mark.parametrize("start", ["2027-03-27 20:00", "2027-10-30 20:00"])
def test_day_and_night_the_clock_change_makes_no_difference(start: str) -> None:
    assert due(at(start), 24, always()) - at(start).astimezone(UTC) == timedelta(hours=24)


def test_a_day_with_a_skipped_hour_is_an_hour_shorter() -> None:
    all_day = Calendar(week=(((time(0), time(0)),),) * 7)

    assert due(at("2027-03-28 00:00"), 23, all_day) == at("2027-03-29 00:00")


def test_a_day_with_a_repeated_hour_is_an_hour_longer() -> None:
    all_day = Calendar(week=(((time(0), time(0)),),) * 7)

    assert due(at("2027-10-31 00:00"), 25, all_day) == at("2027-11-01 00:00")


def test_an_hour_that_the_clock_skips_is_not_worked() -> None:
    night = Calendar(week=(((time(1), time(5)),),) * 7)

    assert worked(at("2027-03-28 00:00"), at("2027-03-28 12:00"), night) == timedelta(hours=3)


def test_years_of_work_are_counted_in_full() -> None:
    open_daily = Calendar(week=(((time(9), time(10)),),) * 7)

    assert worked(at("2020-01-01 00:00"), at("2026-01-01 00:00"), open_daily) == timedelta(
        hours=365 * 6 + 2
    )


def test_own_days_are_closed() -> None:
    closed = dutch_closed_days(extra=[date(2026, 11, 24)])
    calendar = Calendar(week=weekdays(time(9), time(17)), is_closed=closed)

    assert due(at("2026-11-23 16:00"), 2, calendar) == at("2026-11-25 10:00")


def test_a_college_may_work_on_good_friday() -> None:
    closed = dutch_closed_days(open_on=["Good Friday"])

    assert not closed(date(2027, 3, 26))
    assert closed(date(2027, 3, 29))


def test_liberation_day_is_closed_every_fifth_year_or_always() -> None:
    assert not dutch_closed_days()(date(2027, 5, 5))
    assert dutch_closed_days()(date(2030, 5, 5))
    assert dutch_closed_days(optional=True)(date(2027, 5, 5))


@pytest.mark.parametrize(("region", "is_closed"), [("Noord", True), ("Zuid", True), ("", False)])
def test_school_holidays_count_where_the_college_says_so(region: str, *, is_closed: bool) -> None:
    assert dutch_closed_days(school_region=region)(date(2026, 12, 22)) is is_closed


def test_a_calendar_that_never_opens_says_so() -> None:
    with pytest.raises(workhours.NeverOpen):
        due(at("2026-11-23 10:00"), 1, Calendar(week=((),) * 7))


def test_nothing_was_worked_before_it_began() -> None:
    assert worked(at("2026-11-23 12:00"), at("2026-11-23 10:00"), OFFICE) == timedelta()


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(start=MOMENTS, minutes=st.integers(1, 5000))
def test_exactly_the_promised_hours_are_worked_until_the_target(
    start: datetime, minutes: int
) -> None:
    ends = due(start, minutes / 60, OFFICE)

    assert abs(worked(start, ends, OFFICE) - timedelta(minutes=minutes)) < timedelta(seconds=1)


@given(start=MOMENTS, minutes=st.integers(1, 5000))
def test_a_target_is_never_outside_opening_hours(start: datetime, minutes: int) -> None:
    ends = due(start, minutes / 60, OFFICE).astimezone(AMSTERDAM)

    assert ends.weekday() < 5
    assert time(9) < ends.time() <= time(17)


FROM = at("2026-11-20 12:00")
LINE = Timeline(LUNCH, FROM, at("2027-02-20 12:00"))
moments = st.integers(0, 110_000).map(lambda count: FROM + timedelta(minutes=count))


@given(start=moments, minutes=st.integers(1, 5 * 7 * 60))
def test_a_timeline_answers_as_its_calendar_does(start: datetime, minutes: int) -> None:
    assert LINE.due(start, minutes / 60) == due(start, minutes / 60, LUNCH)


@given(start=moments, end=moments)
def test_a_timeline_counts_as_its_calendar_does(start: datetime, end: datetime) -> None:
    assert LINE.worked(start, end) == worked(start, end, LUNCH)


@pytest.mark.parametrize("start", ["2026-10-01 10:00", "2027-03-01 10:00", "2027-02-19 16:00"])
def test_what_runs_out_of_a_timeline_is_still_right(start: str) -> None:
    assert LINE.due(at(start), 20) == due(at(start), 20, LUNCH)
    assert LINE.worked(at(start), at("2027-03-05 10:00")) == worked(
        at(start), at("2027-03-05 10:00"), LUNCH
    )
