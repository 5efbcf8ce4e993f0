"""Who has a place: asked for, approved, waited for, offered, taken, given back. Never too many.

Every step locks the row of the offering first, so that steps at one offering follow one another
(docs/decisions/0027). Whoever waits is served in the order of asking. A step that cannot be made
raises a `Refusal` and changes nothing; each step leaves an audit row and a letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import User
from training.domain import approvers, letters, refusals, waiting_list
from training.models import Certificate, Course, Enrolment, Letter, Offering

State = Enrolment.State
Kind = Letter.Kind


def missing_before(course: Course, user: User) -> list[Course]:
    """The courses that this person must have finished before, and has not."""
    valid = Certificate.objects.valid(localdate(now())).filter(user=user)
    return list(course.prerequisites.exclude(certificates__in=valid).order_by("title"))


def free_places(offering: Offering) -> int:
    return max(0, offering.capacity - offering.enrolments.holding().count())


@transaction.atomic
def ask(offering: Offering, user: User, *, motivation: str = "") -> Enrolment:
    """A person asks for a place: has it, waits for it, or waits for the manager's word."""
    current = locked(offering.pk)
    at = now()
    _must_be_possible(current, user, at)
    row = Enrolment(offering=current, user=user, asked_at=at, motivation=motivation)
    if current.course.needs_approval:
        _move(row, State.REQUESTED, gettext_noop("asked for approval"), by=user)
        letters.tell(Kind.REQUESTED, row)
        _tell_managers(row)
    else:
        _place(row, by=user)
    return row


@transaction.atomic
def approve(enrolment: Enrolment, *, by: User) -> Enrolment:
    """The manager says yes: the person gets a place, or a place in line by when they asked."""
    row = _again(enrolment)
    if row.state != State.REQUESTED:
        raise refusals.DecidedAlready
    if not _goes_on(row.offering, now()):
        raise refusals.NotOpen
    _place(row, by=by)
    return row


@transaction.atomic
def refuse(enrolment: Enrolment, *, by: User, reason: str) -> Enrolment:
    row = _again(enrolment)
    if row.state != State.REQUESTED:
        raise refusals.DecidedAlready
    _move(row, State.REFUSED, gettext_noop("refused the request"), by=by, reason=reason)
    letters.tell(Kind.REFUSED, row)
    return row


@transaction.atomic
def accept(enrolment: Enrolment, *, by: User | None = None) -> Enrolment:
    """Take the place that was offered. Twice is once."""
    row = _again(enrolment)
    if row.state == State.ENROLLED:
        return row
    _must_be_offered(row)
    _move(row, State.ENROLLED, gettext_noop("took the place"), by=by or row.user)
    letters.tell(Kind.ENROLLED, row)
    return row


@transaction.atomic
def decline(enrolment: Enrolment, *, by: User | None = None) -> Enrolment:
    """Leave the offered place to the next person."""
    row = _again(enrolment)
    _must_be_offered(row)
    _move(row, State.CANCELLED, gettext_noop("declined the place"), by=by or row.user)
    letters.tell(Kind.LEFT, row)
    offer_places(row.offering)
    return row


@transaction.atomic
def leave(enrolment: Enrolment, *, by: User | None = None, reason: str = "") -> Enrolment:
    """Go off the list, by oneself (until it begins) or by whoever organises. Twice is once."""
    row = _again(enrolment)
    if not row.is_active:
        return row
    who = by or row.user
    begins = row.offering.starts_at
    if who.pk == row.user_id and begins is not None and begins <= now():
        raise refusals.HasBegun
    had_place = row.state == State.ENROLLED
    _move(row, State.CANCELLED, gettext_noop("left the list"), by=who, reason=reason)
    letters.tell(Kind.LEFT, row, had_place=had_place)
    offer_places(row.offering)
    return row


@transaction.atomic
def enrol(offering: Offering, user: User, *, by: User) -> Enrolment:
    """Whoever organises gives somebody a place by hand: past the queue, never past the places."""
    current = locked(offering.pk)
    if current.state in {Offering.State.CANCELLED, Offering.State.FINISHED}:
        raise refusals.NotOpen
    row = current.enrolments.active().filter(user=user).first()
    if row and row.state == State.ENROLLED:
        raise refusals.AlreadyThere
    if (row is None or row.state != State.OFFERED) and free_places(current) == 0:
        raise refusals.Full
    row = row or Enrolment(offering=current, user=user, asked_at=now())
    row.offering = current
    _move(row, State.ENROLLED, gettext_noop("enrolled by hand"), by=by)
    letters.tell(Kind.ENROLLED, row)
    return row


@transaction.atomic
def offer_places(offering: Offering) -> int:
    """Offer what is free to whoever is next in line; how many offers were made."""
    current = locked(offering.pk)
    until = waiting_list.offer_until(current, now())
    if current.state != Offering.State.PLANNED or until is None:
        return 0
    free = free_places(current)
    next_ones = list(current.enrolments.waiting()[:free]) if free else []
    for row in next_ones:
        row.offer_until = until
        _move(row, State.OFFERED, gettext_noop("offered a place"), by=None)
        letters.tell(Kind.OFFERED, row)
    return len(next_ones)


def shorten_offers(offering: Offering) -> None:
    """It begins earlier than people were told: an offer stands no longer than one made now."""
    at = now()
    until = waiting_list.offer_until(offering, at) or at
    offered = offering.enrolments.filter(state=State.OFFERED, offer_until__gt=until)
    offered.update(offer_until=until)


def expire_offers(at: datetime | None = None) -> int:
    """Offers that nobody took in time pass, and go to who is next; how many passed."""
    moment = at or now()
    late = Enrolment.objects.filter(state=State.OFFERED, offer_until__lte=moment)
    offerings = set(late.values_list("offering", flat=True))
    return sum(_expire(pk, moment) for pk in sorted(offerings))


@transaction.atomic
def _expire(pk: int, at: datetime) -> int:
    offering = locked(pk)
    late = list(offering.enrolments.filter(state=State.OFFERED, offer_until__lte=at))
    for row in late:
        _move(row, State.EXPIRED, gettext_noop("let the offer pass"), by=None)
        letters.tell(Kind.EXPIRED, row)
    offer_places(offering)
    return len(late)


@transaction.atomic
def close_list(
    offering: Offering, *, among: Iterable[str], state: str, verb: str, by: User | None
) -> list[Enrolment]:
    """End all enrolments in these states at once (cancelled, finished); who they were of."""
    current = locked(offering.pk)
    rows = list(current.enrolments.filter(state__in=list(among)).order_by("asked_at", "pk"))
    for row in rows:
        _move(row, state, verb, by=by)
    return rows


def locked(pk: int) -> Offering:
    """The offering as it stands, ours until the transaction ends."""
    offerings = Offering.objects.select_for_update(of=("self",)).select_related("course")
    return offerings.get(pk=pk)


def _again(enrolment: Enrolment) -> Enrolment:
    """The enrolment as it stands, with its offering locked."""
    offering = locked(enrolment.offering_id)
    row = Enrolment.objects.select_related("user").get(pk=enrolment.pk)
    row.offering = offering
    return row


def _goes_on(offering: Offering, at: datetime) -> bool:
    begins = offering.starts_at
    return offering.state == Offering.State.PLANNED and (begins is None or begins > at)


def _must_be_possible(offering: Offering, user: User, at: datetime) -> None:
    if not offering.is_open(at):
        raise refusals.NotOpen
    if not offering.course.is_for_staff:
        raise refusals.NotForAccounts
    if offering.enrolments.active().filter(user=user).exists():
        raise refusals.AlreadyThere
    if missing := missing_before(offering.course, user):
        raise refusals.FinishOtherFirst([course.title for course in missing])


def _must_be_offered(row: Enrolment) -> None:
    if row.state != State.OFFERED or row.offer_until is None or row.offer_until <= now():
        raise refusals.OfferPassed


def _place(row: Enrolment, *, by: User) -> None:
    """A place when one is free and nobody waits; else in line, and whoever is next gets it."""
    offering = row.offering
    if free_places(offering) and not offering.enrolments.waiting().exists():
        _move(row, State.ENROLLED, gettext_noop("enrolled"), by=by)
        letters.tell(Kind.ENROLLED, row)
        return
    _move(row, State.WAITING, gettext_noop("put on the waiting list"), by=by)
    letters.tell(Kind.WAITING, row)
    if offer_places(offering):
        row.refresh_from_db(fields=["state", "offer_until"])


def _move(row: Enrolment, state: str, verb: str, *, by: User | None, reason: str = "") -> None:
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = by, now()
    if state != State.OFFERED:
        row.offer_until = None
    row.save()
    audit.record(verb, row, by=by, reason=reason, offering=row.offering_id, person=row.user_id)


def _tell_managers(row: Enrolment) -> None:
    about = f"enrolment {row.pk}:manager"
    letters.post(
        letters.write(Kind.TO_APPROVE, one, about=f"{about} {one.pk}", enrolment=row)
        for one in approvers.managers_of(row.user)
    )
