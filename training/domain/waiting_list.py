"""How long a place is kept for whoever is next, and where somebody stands in the queue."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.timezone import localtime

from core.workhours import AMSTERDAM
from training.domain import series
from training.models import Enrolment, Offering

SHORTEST = timedelta(hours=1)
MORNING, NIGHT = 9, 22


def offer_until(offering: Offering, at: datetime) -> datetime | None:
    """Until when a place offered now stands; None when it is too late to offer one.

    Near the start it is at most half of the time that is left, so that others get a chance too.
    """
    hours = timedelta(hours=offering.hours_to_accept)
    if offering.starts_at is None:
        return at + hours
    left = offering.starts_at - at
    if left <= timedelta():
        return None
    until = at + min(left, max(SHORTEST, min(hours, left / 2)))
    return _by_day(until, latest=offering.starts_at - SHORTEST)


def _by_day(until: datetime, *, latest: datetime) -> datetime:
    """Nobody has to answer at night: then it stands until the morning, if that is in time."""
    local = localtime(until, AMSTERDAM)
    if MORNING <= local.hour < NIGHT:
        return until
    day = local.date() + timedelta(days=local.hour >= NIGHT)
    morning = series.moment(day, time(MORNING))
    return morning if morning <= latest else until


def place_in_line(enrolment: Enrolment) -> int:
    """1 for whoever is next."""
    waiting = list(enrolment.offering.enrolments.waiting().values_list("pk", flat=True))
    return waiting.index(enrolment.pk) + 1 if enrolment.pk in waiting else 0
