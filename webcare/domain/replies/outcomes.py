"""What became of a reply, written once: row, ticket and audit trail in one transaction.

Each outcome is written only when the row is still in the try that it belongs to, so a worker that
comes late cannot overwrite what was found out, or done, in the meantime.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from connectors.types import Receipt
from core.clock import now
from people.models import User
from webcare.domain import history
from webcare.domain.tickets.row import changing, refresh_locked
from webcare.domain.verbs import Verb
from webcare.models import Reply, Ticket

State = Reply.State
DOUBTFUL = (State.SENDING, State.UNCONFIRMED)


def is_sent(reply: Reply, receipt: Receipt | None, *, by: User | None = None) -> bool:
    """It stands there: the ticket is answered, and waits unless something new came in meanwhile."""
    at, ticket = now(), reply.ticket
    with transaction.atomic():
        if not _move(
            reply,
            state=State.SENT,
            sent_at=at,
            external_id=receipt.external_id if receipt else "",
            external_url=receipt.url if receipt else "",
            error="",
        ):
            return False
        with changing(ticket):
            ticket.first_answered_at = ticket.first_answered_at or at
            if ticket.state == Ticket.State.OPEN and not _came_in_since(reply):
                ticket.state = Ticket.State.WAITING
            verb = Verb.SETTLED if by else Verb.SENT
            history.record(verb, ticket, by=by or reply.author, reply=reply.pk, was_sent=True)
    return True


@transaction.atomic
def is_queued_again(reply: Reply, error: str, *, not_before: datetime) -> bool:
    """The platform surely did not take it, and wants us back later."""
    return _move(reply, state=State.QUEUED, next_attempt_at=not_before, error=error)


def is_failed(reply: Reply, error: str, *, by: User | None = None) -> bool:
    """It is surely not there, and asking again does not help: a person must look."""
    verb = Verb.SETTLED if by else Verb.FAILED
    with transaction.atomic():
        if not _move(reply, state=State.FAILED, error=error):
            return False
        with changing(reply.ticket):
            history.record(verb, reply.ticket, by=by, reply=reply.pk, was_sent=False)
    return True


def is_unconfirmed(reply: Reply, error: str) -> bool:
    """It may be there: it will be looked up, and is never sent again by itself."""
    at = now()
    with transaction.atomic():
        if not _move(
            reply, state=State.UNCONFIRMED, unconfirmed_at=at, next_attempt_at=at, error=error
        ):
            return False
        with changing(reply.ticket, adds=False):
            history.record(Verb.UNCONFIRMED, reply.ticket, by=None, reply=reply.pk)
    return True


def _move(reply: Reply, **values: Any) -> bool:
    """Write, if the row is still in this try. The ticket is locked first, as everywhere."""
    refresh_locked(reply.ticket)
    values = {"next_attempt_at": None, "leased_until": None, "updated_at": now(), **values}
    this_try = Reply.objects.filter(pk=reply.pk, state__in=DOUBTFUL, attempts=reply.attempts)
    moved = bool(this_try.update(**values))
    reply.reload()
    return moved


def _came_in_since(reply: Reply) -> bool:
    later = reply.ticket.messages.filter(added_at__gt=reply.created_at)
    return later.exists()
