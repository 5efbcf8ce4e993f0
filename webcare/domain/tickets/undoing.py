"""Taking back a slip: a step can be undone by the one who did it, at once.

What it was before stands in the audit trail, so nothing has to travel through the browser.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.models import LogEntry
from monitoring.models import Mention
from people.models import User
from webcare.domain import history
from webcare.domain.refusals import Refusal
from webcare.domain.tickets.row import changing
from webcare.domain.verbs import Verb
from webcare.models import Correction, Ticket

UNDO_WITHIN = timedelta(seconds=30)
"""The page offers it for ten seconds; a slow connection gets some more."""

UNDOABLE = (Verb.CLOSED, Verb.REROUTED, Verb.CONFIRMED, Verb.CORRECTED, Verb.WAITING)
EXPLAINED = (Verb.REROUTED, Verb.CONFIRMED)
"""Steps that added a reason to the ticket."""


class NothingToUndo(Refusal):
    sentence = _("This cannot be undone any more.")


def can_undo(ticket: Ticket, last: LogEntry | None, *, by: User) -> bool:
    """Whether `last`, the last thing that happened to `ticket`, was a slip of `by`, just now."""
    return _is_slip(last, by, revision=ticket.revision)


def undo(ticket: Ticket, *, by: User) -> None:
    """Put the ticket back as it was before. Raises `NothingToUndo`."""
    with changing(ticket):
        slip = history.last(ticket)
        if slip is None or not _is_slip(slip, by, revision=ticket.revision - 1):
            raise NothingToUndo
        for name, value in slip.detail["before"].items():
            is_time = name.endswith("_at") and value
            setattr(ticket, name, parse_datetime(value) if is_time else value)
        if slip.verb == Verb.CLOSED:
            ticket.closed_at = None
        if slip.verb in EXPLAINED:
            ticket.reasons = ticket.reasons[:-1]
        _unlearn(slip)
        history.record(Verb.UNDONE, ticket, by=by, undid=slip.verb)


def _unlearn(slip: LogEntry) -> None:
    """A slip teaches nothing, and its messages are judged as they were."""
    Correction.objects.filter(pk=slip.detail.get("correction")).delete()
    judged = [Mention(**one) for one in slip.detail.get("mentions", [])]
    if judged:
        fields = set(slip.detail["mentions"][0]) - {"pk"}
        Mention.objects.bulk_update(judged, sorted(fields))


def _is_slip(last: LogEntry | None, by: User, *, revision: int) -> bool:
    if last is None or last.actor_id != by.pk or last.verb not in UNDOABLE:
        return False
    return last.at >= now() - UNDO_WITHIN and last.detail.get("revision") == revision
