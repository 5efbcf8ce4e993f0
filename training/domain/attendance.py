"""Who was there: noted by the trainer from a list, or by the participant with the code at the door.

One row for a person and a session, however often and by whomever it is said. Whoever scans the code
is in the room, also when somebody noted "absent" before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import User
from training.domain import door, guessing
from training.models import Attendance, Enrolment, Offering, Session

State, How = Attendance.State, Attendance.How
MOST_WRONG = 5
AHEAD = timedelta(days=14)
NOT_OPEN = {
    door.Door.EARLY: _("You can check in from half an hour before the start."),
    door.Door.OVER: _("The session is over. Were you there? Ask the trainer to note you."),
    door.Door.CANCELLED: _("This session was cancelled."),
}


class Refused(Exception):
    """Somebody cannot check in; `words` tell that person why, and `status` a program."""

    words: Any = ""
    status = HTTPStatus.CONFLICT


class NotOpen(Refused):
    """One cannot check in yet, or any more."""

    def __init__(self, state: door.Door) -> None:
        super().__init__(state)
        self.words = NOT_OPEN[state]


class NotEnrolled(Refused):
    """This person has no place in the offering."""

    words = _("You are not enrolled. Ask the trainer: if there is a place, you can be added.")


class OldCode(Refused):
    """The code is not that of now: old, or never one."""

    words = _("This code is old or wrong. Scan the screen again, or type what stands there now.")
    status = HTTPStatus.UNPROCESSABLE_ENTITY


class TooManyTries(Refused):
    """Too many wrong codes in a short time."""

    words = _("Too many wrong codes. Wait ten minutes, or ask the trainer to note you.")
    status = HTTPStatus.CONFLICT


class TooEarly(Exception):
    """Nobody is present at a session that is still to come."""


class NotedMeanwhile(Exception):
    """Somebody else noted something different after the list was opened."""

    def __init__(self, current: Attendance | None) -> None:
        super().__init__("This was noted differently in the meantime.")
        self.current = current


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: who, and what is known. `note` is empty when nobody said anything."""

    enrolment: Enrolment
    note: Attendance | None

    @property
    def state(self) -> str:
        return self.note.state if self.note else ""


def lines(session: Session) -> list[Line]:
    """All who have a place, by name (two queries)."""
    notes = {one.enrolment_id: one for one in session.attendances.select_related("noted_by")}
    enrolled = Enrolment.objects.filter(
        Q(state=Enrolment.State.ENROLLED) | Q(pk__in=notes), offering_id=session.offering_id
    )
    people = enrolled.select_related("user", "user__unit").order_by("user__name", "pk")
    return [Line(one, notes.get(one.pk)) for one in people]


def line(session: Session, enrolment: Enrolment) -> Line:
    return Line(enrolment, session.attendances.filter(enrolment=enrolment).first())


@transaction.atomic
def note(session: Session, enrolment: Enrolment, state: str, *, seen: str, by: User) -> None:
    """Write that somebody was there or not; "" takes it back. Raises `NotedMeanwhile`, `TooEarly`.

    `seen` is what stood on the list of whoever notes.
    """
    _demand_time(session, state)
    Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)  # one at a time
    current = Attendance.objects.filter(session=session, enrolment=enrolment).first()
    standing = current.state if current else ""
    if standing == state:
        return
    if standing != seen:
        raise NotedMeanwhile(current)
    if state:
        Attendance.objects.update_or_create(
            session=session,
            enrolment=enrolment,
            defaults={"state": state, "how": How.LIST, "noted_by": by, "at": now()},
        )
    elif current:
        current.delete()
    _record(enrolment, session, by=by, was=standing, state=state)


@transaction.atomic
def note_rest_present(session: Session, *, by: User) -> int:
    """Everybody about whom nobody said anything was there; how many that were."""
    _demand_time(session, State.PRESENT)
    unknown = Enrolment.objects.filter(
        offering_id=session.offering_id, state=Enrolment.State.ENROLLED
    ).exclude(attendances__session=session)
    at = now()
    rows = [
        Attendance(
            session=session, enrolment=one, state=State.PRESENT, how=How.LIST, noted_by=by, at=at
        )
        for one in unknown.select_for_update(of=("self",))
    ]
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    audit.record(gettext_noop("noted the rest as present"), session, by=by, number=len(rows))
    return len(rows)


@transaction.atomic
def count_guests(session: Session, number: int, *, by: User) -> None:
    """How many came without an account: students, parents, visitors."""
    current = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if current.guests != number:
        audit.record(gettext_noop("counted guests"), session, by=by, was=current.guests, now=number)
        current.guests = number
        current.save(update_fields=["guests", "updated_at"])


def check_in(session: Session, user: User, given: str) -> Attendance:
    """Somebody says to be there, with the code of the moment. Twice is once.

    Raises `NotOpen`, `NotEnrolled`, `TooManyTries` or `OldCode`.
    """
    at = now()
    if (state := door.state(session, at)) != door.Door.OPEN:
        raise NotOpen(state)
    what, who = f"door {session.pk}", str(user.pk)
    if guessing.is_braked(what, who, most=MOST_WRONG):
        raise TooManyTries
    if not door.fits(session, given, at):
        guessing.count_wrong(what, who)
        raise OldCode
    return _let_in(session, user)


@transaction.atomic
def _let_in(session: Session, user: User) -> Attendance:
    enrolled = Enrolment.objects.select_for_update(of=("self",)).filter(
        offering_id=session.offering_id, user=user, state=Enrolment.State.ENROLLED
    )
    enrolment = enrolled.first()
    if enrolment is None:
        raise NotEnrolled
    known = Attendance.objects.filter(session=session, enrolment=enrolment).first()
    if known and known.state == State.PRESENT:
        return known
    known = known or Attendance(session=session, enrolment=enrolment)
    was, known.state, known.how = known.state, State.PRESENT, How.CODE
    known.noted_by, known.at = user, now()
    known.save()
    _record(enrolment, session, by=user, was=was, state=State.PRESENT)
    return known


def counted(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with `places_taken` and `people_in`."""
    enrolled = Enrolment.objects.filter(
        offering=OuterRef("offering"), state=Enrolment.State.ENROLLED
    )
    present = Attendance.objects.filter(session=OuterRef("pk"), state=State.PRESENT)
    return sessions.select_related("offering__course").annotate(
        places_taken=_number(enrolled, "offering"), people_in=_number(present, "session")
    )


def _number(rows: QuerySet[Any], by: str) -> Coalesce:
    number = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def to_run(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions that go on, of offerings that were announced, until two weeks from now."""
    announced = (Offering.State.PLANNED, Offering.State.FINISHED)
    return sessions.filter(
        cancelled_at__isnull=True, offering__state__in=announced, starts_at__lte=now() + AHEAD
    )


def tally(found: list[Line]) -> dict[str, int]:
    """How many of each, and how many nobody said anything about."""
    counts = Counter(one.state or "unsaid" for one in found)
    return {name: counts[name] for name in (*State.values, "unsaid")}


def is_in(session: Session, user: User) -> Attendance | None:
    """That this person was at the session, if so."""
    there = Attendance.objects.filter(session=session, enrolment__user=user, state=State.PRESENT)
    return there.first()


def presence(session: Session) -> tuple[int, int]:
    """How many are in, and how many have a place."""
    enrolled = Enrolment.objects.filter(
        offering_id=session.offering_id, state=Enrolment.State.ENROLLED
    )
    return session.attendances.filter(state=State.PRESENT).count(), enrolled.count()


def _demand_time(session: Session, state: str) -> None:
    """Somebody can say beforehand not to come; to be there one has to wait for the door."""
    if state == State.PRESENT and now() < door.opens_at(session):
        raise TooEarly


def _record(enrolment: Enrolment, session: Session, *, by: User, was: str, state: str) -> None:
    verb = gettext_noop("noted attendance")
    audit.record(verb, enrolment, by=by, session=session.pk, was=was, state=state)
