"""The course of a ticket: open, waiting, closed, and open again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.clock import now
from people.models import User
from webcare.domain import history
from webcare.domain.refusals import Refusal
from webcare.domain.tickets.row import changing, snapshot
from webcare.domain.verbs import Verb
from webcare.models import Reply, Ticket

UNDER_WAY = (
    Reply.State.AWAITING,
    Reply.State.QUEUED,
    Reply.State.SENDING,
    Reply.State.UNCONFIRMED,
)


class AlreadyClosed(Refusal):
    sentence = _("This ticket is closed already.")


class NotClosed(Refusal):
    sentence = _("This ticket is not closed.")


class ReplyUnderWay(Refusal):
    sentence = _("An answer is still on its way. Wait until it is sent, or take it back.")


def close(ticket: Ticket, *, by: User, outcome: str) -> None:
    """Close with an `outcome` of `Ticket.Outcome`. Raises `AlreadyClosed` or `ReplyUnderWay`."""
    outcome = Ticket.Outcome(outcome)
    with changing(ticket):
        before = snapshot(ticket)
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if ticket.replies.filter(state__in=UNDER_WAY).exists():
            raise ReplyUnderWay
        ticket.state = Ticket.State.CLOSED
        ticket.outcome = outcome
        ticket.closed_at = now()
        ticket.claim_expires_at = None
        history.record(Verb.CLOSED, ticket, by=by, outcome=outcome, before=before)


def reopen(ticket: Ticket, *, by: User, reason: str = "") -> None:
    """Open a closed or waiting ticket again, in the queue of its team. Raises `NotClosed`."""
    with changing(ticket):
        if ticket.state == Ticket.State.OPEN:
            raise NotClosed
        if ticket.state == Ticket.State.CLOSED:
            ticket.owner = ticket.claimed_at = ticket.claim_expires_at = None
        ticket.state = Ticket.State.OPEN
        ticket.closed_at = None
        ticket.outcome = ""
        history.record(Verb.REOPENED, ticket, by=by, reason=reason)


def wait(ticket: Ticket, *, by: User) -> None:
    """Our side is done until the author reacts; a reaction opens it again by itself."""
    with changing(ticket):
        before = snapshot(ticket)
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        ticket.state = Ticket.State.WAITING
        history.record(Verb.WAITING, ticket, by=by, before=before)
