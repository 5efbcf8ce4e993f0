"""Who works on a ticket: one person at a time, and not for ever."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import workhours
from core.clock import now
from people.domain import calendar
from people.models import User
from webcare.domain import history
from webcare.domain.refusals import ReasonNeeded, Refusal
from webcare.domain.tickets.course import AlreadyClosed
from webcare.domain.tickets.row import changing, refresh_locked
from webcare.domain.verbs import Verb
from webcare.models import Ticket

CLAIM_HOURS = 8
"""Working hours after which a ticket goes back into the queue."""


class AlreadyClaimed(Refusal):
    """Somebody was first: `by` since `at`."""

    def __init__(self, by: User, at: datetime | None) -> None:
        super().__init__(by, at)
        self.by = by
        self.at = at

    def __str__(self) -> str:
        return _("%(name)s took this ticket already.") % {"name": self.by}


class NotYours(Refusal):
    def __str__(self) -> str:
        return _("You do not hold this ticket.")


def claim(ticket: Ticket, *, by: User) -> None:
    """Take a free ticket; taking your own again changes nothing.

    Raises `AlreadyClaimed` or `AlreadyClosed`.
    """
    with transaction.atomic():
        refresh_locked(ticket)
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if ticket.owner_id == by.pk:
            return
        if ticket.owner:
            raise AlreadyClaimed(ticket.owner, ticket.claimed_at)
        give(ticket, by)
        ticket.changed_at = now()
        ticket.save()
        history.record(Verb.CLAIMED, ticket, by=by)


def take_over(ticket: Ticket, *, by: User, reason: str) -> None:
    """Take the ticket from the one who holds it. Raises `AlreadyClaimed` when a third was first."""
    if not reason.strip():
        raise ReasonNeeded
    holder = ticket.owner_id
    with changing(ticket, adds=False):
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if ticket.owner and ticket.owner_id not in {holder, by.pk}:
            raise AlreadyClaimed(ticket.owner, ticket.claimed_at)
        give(ticket, by)
        history.record(Verb.TAKEN_OVER, ticket, by=by, reason=reason.strip(), previously=holder)


def release(ticket: Ticket, *, by: User) -> None:
    """Give your ticket back to the queue. Raises `NotYours`."""
    with changing(ticket, adds=False):
        if ticket.owner_id != by.pk:
            raise NotYours
        disown(ticket)
        history.record(Verb.RELEASED, ticket, by=by)


def expire_claims() -> int:
    """Give back what was held for too long; how many tickets that were."""
    late = Ticket.objects.unresolved().filter(owner__isnull=False, claim_expires_at__lte=now())
    given_back = 0
    for ticket in late:
        with changing(ticket, adds=False):
            if ticket.claim_expires_at is None or ticket.claim_expires_at > now():
                continue  # meanwhile given back, or taken again
            holder = ticket.owner_id
            disown(ticket)
            history.record(Verb.CLAIM_EXPIRED, ticket, by=None, previously=holder)
            given_back += 1
    return given_back


def give(ticket: Ticket, owner: User) -> None:
    """Write `owner` on the row; saving is the caller's."""
    ticket.owner = owner
    ticket.claimed_at = now()
    ticket.claim_expires_at = expiry(ticket.claimed_at)


def disown(ticket: Ticket) -> None:
    """Take the owner off the row; saving is the caller's."""
    ticket.owner = ticket.claimed_at = ticket.claim_expires_at = None


def expiry(at: datetime) -> datetime:
    return workhours.due(at, CLAIM_HOURS, calendar.office_calendar())
