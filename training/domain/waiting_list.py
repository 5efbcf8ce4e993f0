"""How long a place is kept for whoever is next, and where somebody stands in the queue."""

from __future__ import annotations

from datetime import datetime, timedelta

from training.models import Enrolment, Offering

SHORTEST = timedelta(hours=1)


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
    return at + min(left, max(SHORTEST, min(hours, left / 2)))


def place_in_line(enrolment: Enrolment) -> int:
    """1 for whoever is next."""
    waiting = list(enrolment.offering.enrolments.waiting().values_list("pk", flat=True))
    return waiting.index(enrolment.pk) + 1 if enrolment.pk in waiting else 0
