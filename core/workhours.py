"""Arithmetic with working hours: when is a target due, and how long was worked on something.

Pure: a calendar knows its opening hours, its time zone and its closed days. Moments are aware;
the counting happens in UTC, so an hour that the clock skips or repeats is not counted wrongly.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

Slots = tuple[tuple[time, time], ...]

MIDNIGHT = time(0)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# A calendar that does not open for this long never opens.
PATIENCE = timedelta(days=800)


class NeverOpen(Exception):
    """The calendar has no open hours in which anything could be done."""


@dataclass(frozen=True)
class Calendar:
    """Opening hours per weekday (Monday first; several slots a day), and the days without any.

    A slot that ends at midnight runs until the end of the day.
    """

    week: tuple[Slots, ...]
    zone: ZoneInfo = AMSTERDAM
    is_closed: Callable[[date], bool] = lambda day: False

    def slots(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The open hours of `day` as moments in UTC."""
        if self.is_closed(day):
            return
        for opens, closes in self.week[day.weekday()]:
            last_day = day + timedelta(days=1) if closes == MIDNIGHT else day
            yield self._moment(day, opens), self._moment(last_day, closes)

    def due(self, start: datetime, hours: float) -> datetime:
        """See `due`."""
        return due(start, hours, self)

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self.zone).astimezone(UTC)


@cache
def always() -> Calendar:
    """Day and night, every day of the year."""
    return Calendar(week=(((MIDNIGHT, MIDNIGHT),),) * 7, zone=ZoneInfo("UTC"))


def weekdays(opens: time, closes: time) -> tuple[Slots, ...]:
    """Monday to Friday with the same hours, and a closed weekend."""
    return (((opens, closes),),) * 5 + ((),) * 2


def due(start: datetime, hours: float, calendar: Calendar) -> datetime:
    """The moment (UTC) at which `hours` working hours after `start` are over.

    Raises `NeverOpen` when the calendar does not open for more than two years.
    """
    left = timedelta(hours=hours)
    for opens, closes in _slots_from(start, calendar, days=PATIENCE.days):
        begins = max(opens, start)
        if closes - begins >= left:
            return begins + left
        left -= closes - begins
    raise NeverOpen


def worked(start: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """The working time between two moments; nothing when `end` is not after `start`."""
    total = timedelta()
    if end <= start:
        return total
    for opens, closes in _slots_from(start, calendar, days=(end - start).days + 2):
        if opens >= end:
            break
        total += min(closes, end) - max(opens, start)
    return total


def _slots_from(
    start: datetime, calendar: Calendar, *, days: int
) -> Iterator[tuple[datetime, datetime]]:
    """Open hours that end after `start`, in order, on its own day and the `days` that follow."""
    first = start.astimezone(calendar.zone).date()
    for ahead in range(days + 1):
        for opens, closes in calendar.slots(first + timedelta(days=ahead)):
            if closes > start:
                yield opens, closes


class Timeline:
    """The open hours of a calendar in a period, laid out once: for many questions about it.

    It answers as `due` and `worked` do, by looking up where a moment lies. What runs out of the
    period is left to the calendar.
    """

    def __init__(self, calendar: Calendar, since: datetime, until: datetime) -> None:
        self.calendar = calendar
        days = (until - since).days + 1
        slots = list(_slots_from(since, calendar, days=days))
        self._since, self._until = since, slots[-1][1] if slots else since
        self._opens = [opens for opens, _ in slots]
        self._closes = [closes for _, closes in slots]
        self._before = [timedelta()]
        for opens, closes in slots:
            self._before.append(self._before[-1] + (closes - opens))

    def due(self, start: datetime, hours: float) -> datetime:
        """The moment at which `hours` working hours after `start` are over."""
        done = self._open_until(start) + timedelta(hours=hours)
        place = bisect_left(self._before, done, lo=1) - 1
        is_inside = self._since <= start <= self._until and place < len(self._opens)
        if not is_inside or hours <= 0:
            return due(start, hours, self.calendar)
        return self._opens[place] + (done - self._before[place])

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """The working time between two moments; nothing when `end` is not after `start`."""
        if end <= start:
            return timedelta()
        if start < self._since or end > self._until:
            return worked(start, end, self.calendar)
        return self._open_until(end) - self._open_until(start)

    def _open_until(self, moment: datetime) -> timedelta:
        """The working time from the begin of the period to `moment`."""
        place = bisect_right(self._opens, moment) - 1
        if place < 0:
            return timedelta()
        return self._before[place] + min(moment, self._closes[place]) - self._opens[place]


def dutch_closed_days(
    *,
    school_region: str = "",
    open_on: Collection[str] = (),
    extra: Sequence[date] = (),
    optional: bool = False,
) -> Callable[[date], bool]:
    """Whether a Dutch college is closed on a day.

    Public holidays always count, but for those named in `open_on` (such as "Good Friday").
    `school_region` ("Noord", "Midden" or "Zuid") adds the school holidays of that region, as the
    ministry sets them (the library knows them to 2029); `extra` are the college's own days.
    `optional` adds 5 May in the years in which it is not a public holiday.
    """
    own = frozenset(extra)
    public = _public(frozenset(open_on), optional=optional)
    school = _school(school_region) if school_region else None

    def is_closed(day: date) -> bool:
        return day in own or day in public or (school is not None and day in school)

    return is_closed


@cache
def _public(open_on: frozenset[str], *, optional: bool) -> _Holidays:
    kinds = ("public", "optional") if optional else ("public",)
    found = holidays.country_holidays("NL", language="en_US", categories=kinds)
    return _Holidays(found, open_on)


@cache
def _school(region: str) -> _Holidays:
    return _Holidays(holidays.country_holidays("NL", subdiv=region, categories=("school",)))


@dataclass(frozen=True)
class _Holidays:
    """Days of the holiday calendar, but for those with certain names."""

    found: holidays.HolidayBase
    but: frozenset[str] = frozenset()

    def __contains__(self, day: date) -> bool:
        return day in self.found and self.found[day] not in self.but
