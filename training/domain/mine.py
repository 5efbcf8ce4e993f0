"""What a person follows: offered, enrolled, waited for, past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from people.models import User
from training.models import Enrolment, Offering, Session

State = Enrolment.State
PAST_SHOWN = 25
SESSIONS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Enrolments under one heading."""

    code: str
    label: str
    rows: list[Enrolment]


def groups(user: User, at: datetime) -> list[Group]:
    """What asks for an answer first; empty groups are left out."""
    next_at = Session.objects.next_start("offering", at)
    found = user.enrolments.select_related("offering__course").annotate(next_at=next_at)
    going = list(found.active().order_by("offering__starts_at", "pk"))
    over = [row for row in going if row.offering.state == Offering.State.FINISHED]
    active = [row for row in going if row not in over]
    ended = list(found.exclude(state__in=Enrolment.ACTIVE).order_by("-asked_at", "-pk"))
    past = [*reversed(over), *ended][:PAST_SHOWN]
    made = (
        Group("offered", _("A place is free for you"), _in(active, State.OFFERED)),
        Group("enrolled", _("You have a place"), _in(active, State.ENROLLED)),
        Group("waiting", _("You wait for"), _in(active, State.WAITING, State.REQUESTED)),
        Group("past", _("Past"), past),
    )
    return [group for group in made if group.rows]


def _in(rows: list[Enrolment], *states: str) -> list[Enrolment]:
    return [row for row in rows if row.state in states]


def coming(user: User, at: datetime) -> list[Session]:
    """The next sessions to go to."""
    places = user.enrolments.filter(state=State.ENROLLED).values("offering")
    found = Session.objects.going_on().filter(offering__in=places, ends_at__gt=at)
    return list(found.select_related("offering__course")[:SESSIONS_SHOWN])
