"""Moving a ticket to another team; every move is a learning example for the router."""

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


def reroute(ticket: Ticket, *, to: Team, by: User, reason: str) -> None:
    """Move to the queue of `to`: free to take, with the same deadline.

    Raises `ReasonNeeded`, `SameTeam` or `AlreadyClosed`.
    """
    reason = reason.strip()
    if not reason:
        raise ReasonNeeded
    with changing(ticket):
        if ticket.state == Ticket.State.CLOSED:
            raise AlreadyClosed
        if ticket.team_id == to.pk:
            raise SameTeam
        before = snapshot(ticket)
        kept = keep(ticket, Correction.Kind.TEAM, ticket.team.code, to.code, by=by, reason=reason)
        ticket.team = to
        ticket.is_unsure = False
        disown(ticket)
        moved = Reason("moved", {"by": str(by), "why": reason})
        ticket.reasons = [*ticket.reasons, moved.as_json()]
        history.record(
            Verb.REROUTED,
            ticket,
            by=by,
            reason=reason,
            to=to.code,
            before=before,
            correction=kept.pk,
        )
