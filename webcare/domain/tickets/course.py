"""The course of a ticket: open, waiting, closed, and open again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.clock import now
from people.models import User
from webcare.domain import history
from webcare.domain.judgement import NO_ANSWER
from webcare.domain.refusals import Refusal
from webcare.domain.tickets.corrections import keep
from webcare.domain.tickets.row import changing, snapshot
from webcare.domain.verbs import Verb
from webcare.models import Correction, Reply, Ticket

NEEDLESS = (Ticket.Outcome.NO_ANSWER, Ticket.Outcome.SPAM)
"""Outcomes that say that nobody had to see it."""

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


def close(ticket: Ticket, *, by: User, outcome: str) -> Correction | None:
    """Close with an `outcome` of `Ticket.Outcome`. Raises `AlreadyClosed` or `ReplyUnderWay`.

    Answers with a correction when this teaches the router that nobody had to see the ticket.
    """
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
        kept = None
        if outcome in NEEDLESS and _teaches(ticket):
            kept = keep(ticket, Correction.Kind.TEAM, ticket.team.code, NO_ANSWER, by=by)
            ticket.is_unsure = False
        correction = kept.pk if kept else None
        history.record(
            Verb.CLOSED, ticket, by=by, outcome=outcome, before=before, correction=correction
        )
        return kept


def _teaches(ticket: Ticket) -> bool:
    """Whether the router was in doubt, or saw danger where a person sees none."""
    if ticket.is_threat:
        return False
    by_threat = ticket.corrections.filter(kind=Correction.Kind.THREAT)
    return ticket.is_unsure or by_threat.exists()


def reopen(ticket: Ticket, *, by: User, reason: str = "") -> None:
    """Open a closed or waiting ticket again, in the queue of its team. Raises `NotClosed`."""
    with changing(ticket):
        if ticket.state == Ticket.State.OPEN:
            raise NotClosed
        if ticket.state == Ticket.State.CLOSED:
            ticket.owner = ticket.claimed_at = ticket.claim_expires_at = None
            ticket.corrections.filter(kind=Correction.Kind.TEAM, after=NO_ANSWER).delete()
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
