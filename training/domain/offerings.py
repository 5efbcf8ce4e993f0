"""Planning: an offering with its sessions, made, published, changed, moved, cancelled, copied.

Whoever has a place hears of what changes, with a file for their calendar. A session that moves
or goes keeps its `uid` and raises its `sequence`, by which calendars know it again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from core.workhours import AMSTERDAM
from governance.domain import meantime
from people.models import User
from training.domain import enrolment, letters, refusals, series
from training.models import Enrolment, Letter, Offering, Session

State = Offering.State
MOVES = ("starts_at", "ends_at", "place", "online_url")
"""What people and calendars must hear of."""


@transaction.atomic
def plan(
    offering: Offering, sessions: Iterable[Session], *, trainers: Iterable[User], by: User
) -> Offering:
    """A draft with its sessions; nobody can enrol before it is published."""
    offering.save()
    offering.trainers.set(trainers)
    for session in sessions:
        session.offering = offering
        session.save()
    _keep_start(offering)
    audit.record(gettext_noop("planned"), offering, by=by, sessions=offering.sessions.count())
    return offering


@transaction.atomic
def publish(offering: Offering, *, by: User) -> Offering:
    """Put it in the agenda: people can enrol. Raises `NothingPlanned`."""
    current = enrolment.locked(offering.pk)
    if not current.sessions.going_on().filter(starts_at__gt=now()).exists():
        raise refusals.NothingPlanned
    if current.state == State.DRAFT:
        current.state = State.PLANNED
        current.save()
        audit.record(gettext_noop("put in the agenda"), current, by=by)
    return current


@transaction.atomic
def change(
    offering: Offering,
    fields: Mapping[str, Any],
    *,
    trainers: Iterable[User],
    by: User,
    seen: str,
) -> Offering:
    """Change name, places, dates of enrolling, trainers. More places are offered at once.

    Raises `ChangedMeanwhile`, or `TooFewPlaces` when more people have one.
    """
    current = meantime.seen(offering, seen)
    if fields.get("capacity", current.capacity) < current.enrolments.holding().count():
        raise refusals.TooFewPlaces
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    for name in changed:
        setattr(current, name, fields[name])
    current.save()
    current.trainers.set(trainers)
    audit.record(gettext_noop("changed the offering"), current, by=by, fields=changed)
    enrolment.offer_places(current)
    return current


@transaction.atomic
def add_session(session: Session, *, by: User) -> Session:
    """One more session; who has a place hears of it."""
    current = enrolment.locked(session.offering_id)
    _must_go_on(current)
    session.save()
    _keep_start(current)
    audit.record(gettext_noop("added a session"), current, by=by, session=session.pk)
    _tell_moved(session, None)
    return session


@transaction.atomic
def move_session(session: Session, fields: Mapping[str, Any], *, by: User, seen: str) -> Session:
    """Another time, place or link. Raises `ChangedMeanwhile`."""
    offering = enrolment.locked(session.offering_id)
    _must_go_on(offering)
    current = meantime.seen(session, seen)
    if current.cancelled_at:
        raise refusals.Refusal
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    was = current.starts_at
    for name in changed:
        setattr(current, name, fields[name])
    is_moved = not set(MOVES).isdisjoint(changed)
    current.sequence += is_moved
    current.save()
    _keep_start(offering)
    audit.record(gettext_noop("changed a session"), offering, by=by, session=current.pk)
    if is_moved:
        _tell_moved(current, was)
    return current


@transaction.atomic
def cancel_session(session: Session, *, by: User) -> Session:
    """This one does not go on; the others do. Twice is once. Raises `OnlySession`."""
    offering = enrolment.locked(session.offering_id)
    current = Session.objects.get(pk=session.pk)
    if current.cancelled_at is None:
        if not offering.sessions.going_on().exclude(pk=current.pk).exists():
            raise refusals.OnlySession
        _strike(current)
        _keep_start(offering)
        audit.record(gettext_noop("cancelled a session"), offering, by=by, session=current.pk)
        people = list(offering.enrolments.holding())
        placed = {one.pk for one in people if one.state == Enrolment.State.ENROLLED}
        _tell_cancelled(people, f"session {current.pk}", placed, session=current.pk)
    return current


@transaction.atomic
def cancel(offering: Offering, *, reason: str, by: User) -> Offering:
    """All of it does not go on; everybody on the list hears why. Twice is once."""
    current = enrolment.locked(offering.pk)
    if current.state in {State.CANCELLED, State.FINISHED}:
        return current
    struck = list(current.sessions.going_on().filter(ends_at__gt=now()))
    for session in struck:
        _strike(session)
    places = current.enrolments.filter(state=Enrolment.State.ENROLLED)
    placed = set(places.values_list("pk", flat=True))
    verb = gettext_noop("off the list: it was cancelled")
    gone = enrolment.close_list(
        current, among=Enrolment.ACTIVE, state=Enrolment.State.CANCELLED, verb=verb, by=by
    )
    current.state, current.cancelled_because = State.CANCELLED, reason
    current.save()
    audit.record(gettext_noop("cancelled the offering"), current, by=by, reason=reason)
    _tell_cancelled(gone, "offering", placed, sessions=[session.pk for session in struck])
    return current


@transaction.atomic
def copy(offering: Offering, *, first_day: date, by: User) -> Offering:
    """The same again as a draft, from this day on, at the same times on the clock."""
    sessions = list(offering.sessions.going_on())
    if not sessions:
        raise refusals.NothingPlanned
    ahead = first_day - localdate(sessions[0].starts_at, AMSTERDAM)
    trainers = list(offering.trainers.all())
    made = Offering(
        course_id=offering.course_id,
        name=offering.name,
        capacity=offering.capacity,
        hours_to_accept=offering.hours_to_accept,
    )
    if offering.enrol_until:
        made.enrol_until = series.moved_by_days(offering.enrol_until, ahead)
    copies = [
        Session(
            title=one.title,
            starts_at=series.moved_by_days(one.starts_at, ahead),
            ends_at=series.moved_by_days(one.ends_at, ahead),
            place=one.place,
            online_url=one.online_url,
        )
        for one in sessions
    ]
    return plan(made, copies, trainers=trainers, by=by)


def finish_past(at: datetime | None = None) -> int:
    """Offerings of which the last session is over are finished; who still waited is let go."""
    moment = at or now()
    planned = Offering.objects.filter(state=State.PLANNED, starts_at__lte=moment)
    over = planned.annotate(last=Max("sessions__ends_at")).filter(last__lte=moment)
    return sum(_finish(pk) for pk in over.values_list("pk", flat=True))


@transaction.atomic
def _finish(pk: int) -> bool:
    current = enrolment.locked(pk)
    if current.state != State.PLANNED:
        return False
    waiting = set(Enrolment.ACTIVE) - {Enrolment.State.ENROLLED}
    verb = gettext_noop("off the list: it is over")
    enrolment.close_list(current, among=waiting, state=Enrolment.State.EXPIRED, verb=verb, by=None)
    current.state = State.FINISHED
    current.save()
    audit.record(gettext_noop("finished"), current)
    return True


def _must_go_on(offering: Offering) -> None:
    if offering.state in {State.CANCELLED, State.FINISHED}:
        raise refusals.Refusal


def _strike(session: Session) -> None:
    session.cancelled_at = now()
    session.sequence += 1
    session.save()


def _keep_start(offering: Offering) -> None:
    """`starts_at` is the start of the first session that goes on; what begun once, has begun."""
    first = offering.sessions.going_on().first()
    if first and offering.starts_at != first.starts_at:
        was, offering.starts_at = offering.starts_at, first.starts_at
        offering.save()
        if was is not None and first.starts_at < was:
            enrolment.shorten_offers(offering)


def _tell_moved(session: Session, was: datetime | None) -> None:
    """A letter for everybody who has a place or is offered one. Who did not hear of the last move
    yet, gets one."""
    kind = Letter.Kind.CHANGED
    places = session.offering.enrolments.holding()
    unsent = Letter.objects.filter(
        kind=kind, detail__session=session.pk, sent_at=None, next_attempt_at__isnull=False
    )
    heard = {one.enrolment_id: one.detail["was"] for one in unsent}
    unsent.delete()
    about = f"session {session.pk}:{session.sequence}"
    before = was.isoformat() if was else None
    letters.post(
        letters.write(
            kind, one.user_id, about=f"{about}:enrolment {one.pk}", enrolment=one,
            session=session.pk, was=heard.get(one.pk, before),
        )
        for one in places
    )  # fmt: skip


def _tell_cancelled(
    people: Iterable[Enrolment], about: str, placed: Collection[int], **detail: Any
) -> None:
    """To everybody on the list; who had a place, has it in their calendar."""
    letters.post(
        letters.write(
            Letter.Kind.CANCELLED, one.user_id, about=f"{about}:enrolment {one.pk}",
            enrolment=one, had_place=one.pk in placed, **detail,
        )
        for one in people
    )  # fmt: skip


def sessions_on(
    days: Sequence[date], *, begins: time, ends: time, place: str, online_url: str
) -> list[Session]:
    """Sessions on these days, between these times on the clock in Amsterdam."""
    return [
        Session(
            starts_at=series.moment(day, begins),
            ends_at=series.moment(day, ends),
            place=place,
            online_url=online_url,
        )
        for day in days
    ]
