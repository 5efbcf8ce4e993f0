"""The days of a series: once, each week, or (say) every first Tuesday of the month.

Days and clock times are those of the wall in Amsterdam: a session at two stays at two when the
clock changes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workhours import AMSTERDAM

MOST = 40


class Rhythm(models.TextChoices):
    ONCE = "once", _("once")
    WEEKLY = "weekly", _("every week")
    TWO_WEEKLY = "two_weekly", _("every two weeks")
    MONTHLY = "monthly", _("every month, on the same weekday (such as each first Tuesday)")


def days(first: date, rhythm: str, times: int) -> list[date]:
    """So many days from `first` on."""
    count = 1 if rhythm == Rhythm.ONCE else max(1, min(times, MOST))
    if rhythm == Rhythm.MONTHLY:
        return [_same_weekday(first, ahead) for ahead in range(count)]
    step = timedelta(weeks=2 if rhythm == Rhythm.TWO_WEEKLY else 1)
    return [first + step * number for number in range(count)]


def _same_weekday(first: date, ahead: int) -> date:
    """The same weekday of a later month: the first, second, third, fourth, or else the last."""
    month = first.month - 1 + ahead
    start = date(first.year + month // 12, month % 12 + 1, 1)
    day = start + timedelta(days=(first.weekday() - start.weekday()) % 7)
    nth = (first.day - 1) // 7
    found = day + timedelta(weeks=nth)
    return found if found.month == start.month else found - timedelta(weeks=1)


def moment(day: date, at: time) -> datetime:
    """A time on the wall in Amsterdam, as a moment in UTC."""
    return datetime.combine(day, at, tzinfo=AMSTERDAM).astimezone(UTC)


def moved_by_days(at: datetime, ahead: timedelta) -> datetime:
    """The same time on the wall, so many days later."""
    local = at.astimezone(AMSTERDAM)
    return moment(local.date() + ahead, local.time())
