"""What those who were there thought of an offering, without anybody knowing who thought what.

Each new form makes the whole pile of the offering anew, shuffled and with new numbers, in one
transaction (docs/decisions/0028). So neither order nor number nor the mark that PostgreSQL puts on
a row leads from an answer to the enrolment that says "filled in on this day".
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import SystemRandom
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count, F, Max, Q, QuerySet
from django.utils.timezone import localdate

from core.clock import now
from people.models import User
from training.domain import letters
from training.models import Attendance, Enrolment, Evaluation, Letter, Offering

ENOUGH = 3
OPEN_FOR = timedelta(days=30)
SCALES = ("useful", "clear", "daring")
TEXTS = ("works", "works_not", "wish")
_chance = SystemRandom()


class NotAsked(Exception):
    """Not there, not over yet, too long ago, or filled in already."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One question: the mean, and how many chose each number from 1 to 5."""

    name: str
    label: str
    mean: float
    spread: list[int]


@dataclass(frozen=True, slots=True)
class Results:
    """`asked` were there, `answered` filled it in; without scales too few did."""

    asked: int
    answered: int
    scales: list[Scale]
    texts: dict[str, list[str]]

    @property
    def are_shown(self) -> bool:
        return bool(self.scales)


def asked(user: User) -> QuerySet[Enrolment]:
    """The offerings of which this person may still say how it was."""
    theirs: QuerySet[Enrolment] = _open().filter(user=user, evaluated_at__isnull=True)
    return theirs


def _open() -> Any:
    """Those who were there, of offerings that ended less than 30 days ago; with `ended`."""
    going_on = Q(offering__sessions__cancelled_at__isnull=True)
    there = Attendance.objects.filter(state=Attendance.State.PRESENT).values("enrolment")
    at = now()
    return (
        Enrolment.objects.filter(state=Enrolment.State.ENROLLED, pk__in=there)
        .exclude(offering__state=Offering.State.CANCELLED)
        .annotate(ended=Max("offering__sessions__ends_at", filter=going_on))
        .filter(ended__lte=at, ended__gt=at - OPEN_FOR)
        .select_related("offering__course")
    )


@transaction.atomic
def answer(offering: Offering, user: User, fields: Mapping[str, Any]) -> None:
    """Add a form to the pile. Raises `NotAsked`. The audit trail says nothing about it."""
    Offering.objects.select_for_update(of=("self",)).get(pk=offering.pk)  # one pile, one hand
    day = localdate(now())
    enrolment = asked(user).filter(offering=offering).first()
    if enrolment is None:
        raise NotAsked
    pile = [*Evaluation.objects.filter(offering=offering), Evaluation(offering=offering, **fields)]
    for one in pile:
        one.pk = uuid.uuid4()
    _chance.shuffle(pile)
    Evaluation.objects.filter(offering=offering).delete()
    Evaluation.objects.bulk_create(pile)
    Enrolment.objects.filter(pk=enrolment.pk).update(evaluated_at=day)


def results(offering: Offering) -> Results:
    """What came back; from three forms on. Texts stand in the order of the alphabet."""
    pile = list(Evaluation.objects.filter(offering=offering))
    there = Attendance.objects.filter(
        session__offering=offering, state=Attendance.State.PRESENT
    ).aggregate(number=Count("enrolment", distinct=True))["number"]
    if len(pile) < ENOUGH:
        return Results(there, len(pile), [], {})
    texts = {
        name: sorted((text for one in pile if (text := getattr(one, name))), key=str.casefold)
        for name in TEXTS
    }
    return Results(there, len(pile), [_scale(name, pile) for name in SCALES], texts)


def _scale(name: str, pile: list[Evaluation]) -> Scale:
    given = [getattr(one, name) for one in pile]
    label = str(Evaluation._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    spread = [given.count(number) for number in range(1, 6)]
    return Scale(name, label, sum(given) / len(given), spread)


def means() -> dict[int, tuple[float, int]]:
    """By offering the mean of the three scales and the number of forms; only where enough."""
    together = (F("useful") + F("clear") + F("daring")) / 3.0
    rows = Evaluation.objects.values_list("offering").annotate(
        mean=Avg(together), number=Count("pk")
    )
    return {pk: (mean, number) for pk, mean, number in rows.filter(number__gte=ENOUGH)}


def ask() -> int:
    """Write those who were there, once, when it is over; how many were looked at."""
    recent = _open().filter(ended__gt=now() - timedelta(days=2), evaluated_at__isnull=True)
    people = list(recent.filter(user__is_active=True))
    for enrolment in people:
        letters.tell(Letter.Kind.EVALUATE, enrolment)
    return len(people)
