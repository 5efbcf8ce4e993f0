"""What a person follows: offered, enrolled, waited for, past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from people.models import User
from training.domain import door as doors
from training.domain import evaluations
from training.models import Certificate, Enrolment, Offering, Session

State = Enrolment.State
PAST_SHOWN = 25
SESSIONS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Enrolments under one heading."""

    code: str
    label: str
    rows: list[Enrolment]

    # By enrolment: one's own way off the list is closed; one may still say how it was.
    begun: frozenset[int] = frozenset()
    to_evaluate: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Next:
    """What somebody with a place can do at the door and afterwards."""

    door: Session | None = None
    can_evaluate: bool = False
    certificate: Certificate | None = None


def groups(user: User, at: datetime) -> list[Group]:
    """What asks for an answer first; empty groups are left out."""
    next_at = Session.objects.next_start("offering", at)
    found = user.enrolments.select_related("offering__course", "certificate")
    found = found.annotate(next_at=next_at)
    going = list(found.active().order_by("offering__starts_at", "pk"))
    over = [row for row in going if row.offering.state == Offering.State.FINISHED]
    active = [row for row in going if row not in over]
    ended = list(found.exclude(state__in=Enrolment.ACTIVE).order_by("-asked_at", "-pk"))
    past = [*reversed(over), *ended][:PAST_SHOWN]
    enrolled = _in(active, State.ENROLLED)
    to_evaluate = frozenset(evaluations.asked(user).values_list("pk", flat=True))
    made = (
        Group("offered", _("A place is free for you"), _in(active, State.OFFERED)),
        Group("enrolled", _("You have a place"), enrolled, _begun(enrolled, at), to_evaluate),
        Group("waiting", _("You wait for"), _in(active, State.WAITING, State.REQUESTED)),
        Group("past", _("Past, or off the list"), past, to_evaluate=to_evaluate),
    )
    return [group for group in made if group.rows]


def _begun(rows: list[Enrolment], at: datetime) -> frozenset[int]:
    starts = ((row.pk, row.offering.starts_at) for row in rows)
    return frozenset(pk for pk, start in starts if start is not None and start <= at)


def next_of(row: Enrolment | None, sessions: Iterable[Session], at: datetime) -> Next:
    """For the page of the offering. Asks the database nothing before it has begun."""
    if row is None or row.state != State.ENROLLED:
        return Next()
    door = next((one for one in sessions if doors.state(one, at) == doors.Door.OPEN), None)
    if not _begun([row], at):
        return Next(door)
    can_evaluate = evaluations.asked(row.user).filter(pk=row.pk).exists()
    awarded = Certificate.objects.filter(enrolment=row, revoked_at=None).first()
    return Next(door, can_evaluate, awarded)


def _in(rows: list[Enrolment], *states: str) -> list[Enrolment]:
    return [row for row in rows if row.state in states]


def coming(user: User, at: datetime) -> list[Session]:
    """The next sessions to go to."""
    places = user.enrolments.filter(state=State.ENROLLED).values("offering")
    found = Session.objects.going_on().filter(offering__in=places, ends_at__gt=at)
    return list(found.select_related("offering__course")[:SESSIONS_SHOWN])
