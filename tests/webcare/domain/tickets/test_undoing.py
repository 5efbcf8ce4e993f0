from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from core.models import LogEntry
from people.models import Team, User
from tests.factories.webcare import TicketFactory
from webcare.domain import history, tickets
from webcare.models import Correction, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def ticket(anna: User, info: Team) -> Ticket:
    """Held by Anna."""
    ticket: Ticket = TicketFactory(team=info)
    tickets.claim(ticket, by=anna)
    return ticket


def test_closing_can_be_undone(ticket: Ticket, anna: User) -> None:
    claimed_at = ticket.claimed_at
    tickets.close(ticket, by=anna, outcome="spam")

    tickets.undo(ticket, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.state, ticket.outcome, ticket.closed_at) == (Ticket.State.OPEN, "", None)
    assert (ticket.owner, ticket.claimed_at) == (anna, claimed_at)


def test_moving_can_be_undone_and_teaches_nothing(ticket: Ticket, anna: User, comms: Team) -> None:
    tickets.reroute(ticket, to=comms, by=anna, reason="oops")

    tickets.undo(ticket, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.team.code, ticket.owner, ticket.reasons) == ("info", anna, [])
    assert not Correction.objects.exists()
    assert LogEntry.objects.filter(verb="undone").count() == 1


def test_undoing_twice_is_refused(ticket: Ticket, anna: User) -> None:
    tickets.close(ticket, by=anna, outcome="spam")
    tickets.undo(ticket, by=anna)

    with pytest.raises(tickets.NothingToUndo):
        tickets.undo(ticket, by=anna)


def test_somebody_else_cannot_undo_it(ticket: Ticket, anna: User, bas: User) -> None:
    tickets.close(ticket, by=anna, outcome="spam")

    with pytest.raises(tickets.NothingToUndo):
        tickets.undo(ticket, by=bas)


def test_after_a_while_it_cannot_be_undone(
    ticket: Ticket, anna: User, clock: time_machine.Traveller
) -> None:
    tickets.close(ticket, by=anna, outcome="spam")
    clock.shift(tickets.UNDO_WITHIN + timedelta(seconds=1))

    assert not tickets.can_undo(ticket, history.last(ticket), by=anna)
    with pytest.raises(tickets.NothingToUndo):
        tickets.undo(ticket, by=anna)


def test_after_something_else_happened_it_cannot_be_undone(
    ticket: Ticket, anna: User, bas: User
) -> None:
    tickets.close(ticket, by=anna, outcome="spam")
    assert tickets.can_undo(ticket, history.last(ticket), by=anna)
    tickets.add_note(ticket, by=bas, text="No spam at all")

    with pytest.raises(tickets.NothingToUndo):
        tickets.undo(ticket, by=anna)
