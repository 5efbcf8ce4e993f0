"""Whose ticket it is: moved to another team, or right where it is.

Both teach the router: a correction whose `before` and `after` are the same team says that the
router was right.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.domain.reasons import Reason
from people.models import Team, User
from webcare.domain import history
from webcare.domain.refusals import ReasonNeeded, Refusal
from webcare.domain.tickets.claims import disown
from webcare.domain.tickets.corrections import keep
from webcare.domain.tickets.course import AlreadyClosed
from webcare.domain.tickets.row import changing, snapshot
from webcare.domain.verbs import Verb
from webcare.models import Correction, Ticket


class SameTeam(Refusal):
    sentence = _("This ticket is in that queue already.")


class NotUnsure(Refusal):
    sentence = _("Somebody decided on this ticket already.")


def reroute(ticket: Ticket, *, to: Team, by: User, reason: str = "") -> Correction:
    """Move to the queue of `to`: free to take, with the same deadline.

    Where the router was not sure, or sees danger, one click is enough; else colleagues are told
    why. Raises `ReasonNeeded`, `SameTeam` or `AlreadyClosed`.
    """
    reason = reason.strip()
    with changing(ticket):
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if ticket.team_id == to.pk:
            raise SameTeam
        if not reason and not (ticket.is_unsure or ticket.is_threat):
            raise ReasonNeeded
        before = snapshot(ticket)
        kept = keep(ticket, Correction.Kind.TEAM, ticket.team.code, to.code, by=by, reason=reason)
        ticket.team = to
        ticket.is_unsure = False
        disown(ticket)
        _explain(ticket, by, reason)
        history.record(
            Verb.REROUTED,
            ticket,
            by=by,
            reason=reason,
            to=to.code,
            before=before,
            correction=kept.pk,
        )
        return kept


def confirm(ticket: Ticket, *, by: User) -> Correction:
    """Say that an unsure ticket is where it belongs. Raises `NotUnsure` or `AlreadyClosed`."""
    with changing(ticket):
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if not ticket.is_unsure:
            raise NotUnsure
        before = snapshot(ticket)
        code = ticket.team.code
        kept = keep(ticket, Correction.Kind.TEAM, code, code, by=by)
        ticket.is_unsure = False
        _explain(ticket, by)
        history.record(Verb.CONFIRMED, ticket, by=by, before=before, correction=kept.pk)
        return kept


def _explain(ticket: Ticket, by: User, why: str = "") -> None:
    moved = Reason("moved", {"by": str(by), "why": why})
    reason = moved if why else Reason("belongs", {"by": str(by)})
    ticket.reasons = [*ticket.reasons, reason.as_json()]
