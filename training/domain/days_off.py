"""Days on which the college is closed: public holidays, its own, school holidays if it says so.

A session may be planned on such a day; whoever plans is only told.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from core.workhours import AMSTERDAM
from people.domain.calendar import office_calendar
from training.models import Session


def among(days: Iterable[date]) -> list[date]:
    """Those of `days` on which the college is closed."""
    calendar = office_calendar()
    return [day for day in days if calendar.is_closed(day)]


def of(sessions: Iterable[Session]) -> set[int]:
    """Which of these sessions go on on a day off."""
    going = {
        one.pk: localdate(one.starts_at, AMSTERDAM) for one in sessions if not one.cancelled_at
    }
    closed = set(among(going.values()))
    return {pk for pk, day in going.items() if day in closed}
