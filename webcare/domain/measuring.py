"""How webcare did in the last thirty days, as figures that the college's goals are held against.

A day on which there was nothing to count gives no figure: a gap, not a zero.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import Final

from django.db.models import F, Q
from django.utils.timezone import localdate

from governance.domain import indicators
from governance.domain.measuring import share
from governance.models import Measure
from webcare.models import Ticket

PERIOD: Final = timedelta(days=30)
COMPLIMENT: Final = "compliment"
COMPLAINTS: Final = ("klacht", "complaint")
"""What the category of a ticket begins with, in the words of a Dutch and of an English policy."""

NEEDS_NO_ANSWER: Final = (Ticket.Outcome.NO_ANSWER, Ticket.Outcome.SPAM, Ticket.Outcome.OFFLINE)


def measure(*, at: datetime) -> dict[str, Decimal]:
    """Record today's figures; which they were. Running it again on a day only makes them newer."""
    figures = {
        Measure.IN_TIME.value: answered_in_time(at=at),
        Measure.FIRST_ANSWER.value: first_answer_hours(at=at),
        Measure.COMPLIMENTS.value: compliments_share(at=at),
        Measure.COMPLAINTS.value: complaints(at=at),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    for name, value in found.items():
        indicators.record(name, value, localdate(at))
    return found


def answered_in_time(*, at: datetime) -> Decimal | None:
    """Of the tickets that had to be answered in the period: which share was, before its time (%).

    What was closed without an answer because it needed none does not count.
    """
    due = Ticket.objects.filter(due_at__gt=at - PERIOD, due_at__lte=at)
    due = due.exclude(first_answered_at=None, outcome__in=NEEDS_NO_ANSWER)
    in_time = due.filter(first_answered_at__lte=F("due_at"))
    return share(in_time.count(), due.count())


def first_answer_hours(*, at: datetime) -> Decimal | None:
    """The median of the hours from a ticket to its first answer, by the clock on the wall."""
    answered = Ticket.objects.filter(first_answered_at__gt=at - PERIOD, first_answered_at__lte=at)
    waits = [
        (first - opened).total_seconds() / 3600
        for opened, first in answered.values_list("opened_at", "first_answered_at")
        if first
    ]
    return round(Decimal(max(median(waits), 0)), 1) if waits else None


def compliments_share(*, at: datetime) -> Decimal | None:
    """Which share of what we answered in the period were compliments (%)."""
    answered = Ticket.objects.filter(first_answered_at__gt=at - PERIOD, first_answered_at__lte=at)
    compliments = answered.filter(category__istartswith=COMPLIMENT)
    return share(compliments.count(), answered.count())


def complaints(*, at: datetime) -> Decimal | None:
    """How many complaints came in; None as long as no ticket came in at all."""
    came = Ticket.objects.filter(opened_at__gt=at - PERIOD, opened_at__lte=at)
    if not came.exists():
        return None
    words = [Q(category__istartswith=word) for word in COMPLAINTS]
    return Decimal(came.filter(words[0] | words[1]).count())
