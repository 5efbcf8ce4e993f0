"""The timeline of a ticket: written beside each change, read to tell what somebody has not seen.

Everything that is added to a ticket raises its `revision`, and the entry remembers which revision
it made. So a writer who saw revision 4 can be told what came after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from core import audit
from core.models import LogEntry
from people.models import User
from webcare.domain.verbs import Verb
from webcare.models import Ticket


def record(
    verb: Verb, ticket: Ticket, *, by: User | None, reason: str = "", **detail: Any
) -> LogEntry:
    """One step, at the revision that it made."""
    return audit.record(verb, ticket, by=by, reason=reason, revision=ticket.revision, **detail)


def record_many(steps: Iterable[tuple[Verb, Ticket, Mapping[str, Any]]]) -> None:
    """Steps of the system, in one statement."""
    kind = ContentType.objects.get_for_model(Ticket)
    LogEntry.objects.bulk_create(
        LogEntry(verb=verb, content_type=kind, object_id=ticket.pk, detail=dict(detail))
        for verb, ticket, detail in steps
    )


def of(ticket: Ticket) -> QuerySet[LogEntry]:
    """What happened to `ticket`, newest first."""
    return audit.history(ticket)


def last(ticket: Ticket) -> LogEntry | None:
    """The last thing that happened to `ticket`."""
    return of(ticket).first()


def added_since(ticket: Ticket, revision: int, *, besides: User) -> list[LogEntry]:
    """What others added after `revision`, oldest first; and answers of `besides` themselves, which
    another tab of theirs does not know of."""
    later = of(ticket).filter(detail__revision__gt=revision)
    by_others = Q(verb__in=ADDING) & ~Q(actor=besides)
    adding = later.filter(by_others | Q(verb=Verb.WRITTEN))
    return list(adding.select_related("actor").order_by("at", "pk"))


ADDING = (
    Verb.JOINED,
    Verb.NOTED,
    Verb.WRITTEN,
    Verb.SENT,
    Verb.REROUTED,
    Verb.CLOSED,
    Verb.REOPENED,
    Verb.UNDONE,
    Verb.CORRECTED,
    Verb.RESENT,
    Verb.SETTLED,
)
"""The steps that can make an answer wrong when its writer has not seen them."""
