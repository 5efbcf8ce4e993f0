"""What trainers did: sessions given, people reached, what those thought of it, and what is next.

A mean shows only for offerings with enough evaluations, so that no form can be subtracted from it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Sum

from core.clock import now
from training.domain import evaluations
from training.models import Attendance, Offering, Session


@dataclass(slots=True)
class Work:
    """Of one trainer. `mean` is of the three scales together, None when too few answered."""

    sessions: int = 0
    people: int = 0
    guests: int = 0
    mean: float | None = None
    next_at: datetime | None = None

    @property
    def reached(self) -> int:
        return self.people + self.guests


def of_trainers() -> dict[int, Work]:
    """By the number of the person (five queries, however many there are)."""
    at = now()
    work: dict[int, Work] = defaultdict(Work)
    given = Session.objects.going_on().filter(ends_at__lte=at, offering__trainers__isnull=False)
    counts = given.order_by().values("offering__trainers")
    for row in counts.annotate(number=Count("pk"), guests=Sum("guests")):
        one = work[row["offering__trainers"]]
        one.sessions, one.guests = row["number"], row["guests"] or 0
    for pk, people in _people():
        work[pk].people = people
    planned = Session.objects.going_on().filter(
        starts_at__gt=at, offering__state=Offering.State.PLANNED, offering__trainers__isnull=False
    )
    upcoming = planned.order_by().values_list("offering__trainers")
    for pk, first in upcoming.annotate(first=Min("starts_at")):
        work[pk].next_at = first
    for pk, mean in _means().items():
        work[pk].mean = mean
    return dict(work)


def _people() -> list[tuple[int, int]]:
    """Everybody counts once for a trainer, however often they came."""
    there = Attendance.objects.filter(
        state=Attendance.State.PRESENT,
        session__cancelled_at__isnull=True,
        session__offering__trainers__isnull=False,
    )
    by_trainer = there.order_by().values_list("session__offering__trainers")
    return list(by_trainer.annotate(number=Count("enrolment__user", distinct=True)))


def _means() -> dict[int, float]:
    shown = evaluations.means()
    by_trainer: dict[int, list[tuple[float, int]]] = defaultdict(list)
    pairs = Offering.trainers.through.objects.filter(offering_id__in=shown)
    for offering, trainer in pairs.values_list("offering_id", "user_id"):
        by_trainer[trainer].append(shown[offering])
    return {
        pk: sum(mean * number for mean, number in found) / sum(number for _mean, number in found)
        for pk, found in by_trainer.items()
    }
