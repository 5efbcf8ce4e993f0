"""What people put right in the router's judgement, and what they tell each other.

Every correction is kept: the next training of the router learns from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.clock import now
from governance.models.routing import Priority, Sentiment, Threat
from monitoring.models import Mention
from people.models import User
from webcare.domain import history
from webcare.domain.tickets.row import changing, snapshot
from webcare.domain.verbs import Verb
from webcare.models import Correction, Note, Ticket


def set_priority(ticket: Ticket, *, to: int, by: User, reason: str = "") -> None:
    """Change the priority."""
    with changing(ticket):
        before, ticket.priority = Priority(ticket.priority), Priority(to)
        if before != to:
            keep(
                ticket,
                Correction.Kind.PRIORITY,
                before.name,
                Priority(to).name,
                by=by,
                reason=reason,
            )
            history.record(Verb.PRIORITY, ticket, by=by, reason=reason, to=int(to))


def set_category(ticket: Ticket, *, to: str, by: User, reason: str = "") -> None:
    """Change the category; the ticket is not unsure any more."""
    to = to.strip()[:60]
    with changing(ticket):
        before, ticket.category = ticket.category, to
        ticket.is_unsure = False
        if before != to:
            keep(ticket, Correction.Kind.CATEGORY, before, to, by=by, reason=reason)
            history.record(Verb.CATEGORY, ticket, by=by, reason=reason, to=to)


def correct(ticket: Ticket, *, kind: str, after: str, by: User, reason: str = "") -> Correction:
    """Put the tone (`Correction.Kind.SENTIMENT`) or the danger (`THREAT`) right.

    Raises ValueError for another kind or value.
    """
    what = Correction.Kind(kind)
    if what not in _CORRECT:
        raise ValueError(kind)
    with changing(ticket):
        was = snapshot(ticket)
        before, mentions = _CORRECT[what](ticket, after)
        ticket.is_unsure = False
        kept = keep(ticket, what, before, after, by=by, reason=reason)
        history.record(
            Verb.CORRECTED,
            ticket,
            by=by,
            reason=reason,
            kind=kind,
            to=after,
            before=was,
            mentions=mentions,
            correction=kept.pk,
        )
        return kept


def add_note(ticket: Ticket, *, by: User, text: str) -> Note:
    """Write a word among colleagues."""
    with changing(ticket):
        note = Note.objects.create(ticket=ticket, author=by, text=text.strip(), created_at=now())
        history.record(Verb.NOTED, ticket, by=by, note=note.pk)
        return note


def keep(
    ticket: Ticket, kind: Correction.Kind, before: str, after: str, *, by: User, reason: str = ""
) -> Correction:
    """Keep a learning example."""
    return Correction.objects.create(
        ticket=ticket,
        kind=kind,
        before=before[:80],
        after=after[:80],
        reason=reason[:300],
        by=by,
        at=now(),
    )


Judged = tuple[str, Sequence[Mapping[str, Any]]]
"""What it was before, and how each message was judged, so that it can be undone."""


def _correct_threat(ticket: Ticket, after: str) -> Judged:
    before, ticket.threat = ticket.threat, Threat(after)
    if after == Threat.LIKELY:
        ticket.priority = max(ticket.priority, Priority.URGENT)
    messages = Mention.objects.filter(ticket_message__ticket=ticket)
    were = list(messages.values("pk", "threat"))
    messages.update(threat=after)
    return before, were


def _correct_sentiment(ticket: Ticket, after: str) -> Judged:
    """The tone of the ticket is the tone of its first message."""
    messages = Mention.objects.filter(ticket_message__ticket=ticket)
    first = messages.order_by("published_at", "pk")[:1]
    were = list(first.values("pk", "sentiment", "sentiment_certainty"))
    Mention.objects.filter(pk__in=first.values("pk")).update(
        sentiment=Sentiment(after), sentiment_certainty=1
    )
    return (were[0]["sentiment"] if were else ""), were


_CORRECT = {
    Correction.Kind.SENTIMENT: _correct_sentiment,
    Correction.Kind.THREAT: _correct_threat,
}
