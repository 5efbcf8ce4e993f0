"""Changing a ticket's row under its lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from core.clock import now
from webcare.models import Ticket


@contextmanager
def changing(ticket: Ticket, *, adds: bool = True) -> Iterator[None]:
    """Hold `ticket` fresh and locked, and save what the block changed.

    `adds` says that there is something new to see, so that the revision goes up. An exception in
    the block changes nothing in the database, and leaves `ticket` as the database has it.
    """
    with transaction.atomic():
        refresh_locked(ticket)
        stored = ticket.revision, ticket.changed_at
        ticket.revision += adds
        ticket.changed_at = now()
        try:
            yield
        except BaseException:
            ticket.revision, ticket.changed_at = stored
            raise
        ticket.save()


def refresh_locked(ticket: Ticket) -> None:
    """`ticket` as it is now, and nobody else changes it until the transaction ends."""
    ticket.refresh_from_db(from_queryset=Ticket.objects.select_for_update(no_key=True))


def snapshot(ticket: Ticket) -> dict[str, Any]:
    """What a step may change, as JSON, so that it can be undone."""
    return {
        "team_id": ticket.team_id,
        "owner_id": ticket.owner_id,
        "claimed_at": _written(ticket.claimed_at),
        "claim_expires_at": _written(ticket.claim_expires_at),
        "state": ticket.state,
        "outcome": ticket.outcome,
        "is_unsure": ticket.is_unsure,
        "threat": ticket.threat,
        "priority": ticket.priority,
    }


def _written(moment: Any) -> str | None:
    return moment.isoformat() if moment else None
