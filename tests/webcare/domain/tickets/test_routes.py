from __future__ import annotations

import pytest

from core.models import LogEntry
from people.models import Team, User
from tests.factories.webcare import TicketFactory
from webcare.domain import tickets
from webcare.models import Correction, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_moved_ticket_is_free_in_its_new_queue_with_the_same_deadline(
    anna: User, info: Team, comms: Team
) -> None:
    ticket: Ticket = TicketFactory(team=info, is_unsure=True)
    due_at = ticket.due_at
    tickets.claim(ticket, by=anna)

    tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

    ticket = Ticket.objects.get()
    assert (ticket.team, ticket.owner, ticket.due_at) == (comms, None, due_at)
    assert (ticket.is_unsure, ticket.revision) == (False, 2)


def test_a_move_is_kept_as_a_learning_example(anna: User, info: Team, comms: Team) -> None:
    tickets.reroute(TicketFactory(team=info), to=comms, by=anna, reason="a complaint")

    kept = Correction.objects.get()
    assert (kept.kind, kept.before, kept.after) == ("team", "info", "comms")
    assert (kept.reason, kept.by) == ("a complaint", anna)


def test_the_ticket_tells_who_moved_it_and_why(anna: User, info: Team, comms: Team) -> None:
    ticket = TicketFactory(team=info)

    tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

    assert ticket.reasons == [{"code": "moved", "params": {"by": "Anna", "why": "a complaint"}}]
    assert LogEntry.objects.get().reason == "a complaint"


def test_moving_needs_a_reason(anna: User, info: Team, comms: Team) -> None:
    with pytest.raises(tickets.ReasonNeeded):
        tickets.reroute(TicketFactory(team=info), to=comms, by=anna, reason=" ")


def test_moving_to_the_same_team_is_no_move(anna: User, info: Team) -> None:
    with pytest.raises(tickets.SameTeam):
        tickets.reroute(TicketFactory(team=info), to=info, by=anna, reason="oops")

    assert not Correction.objects.exists()


def test_who_comes_second_sees_that_it_was_moved_already(
    anna: User, bas: User, info: Team, comms: Team
) -> None:
    ticket = TicketFactory(team=info)
    as_bas_saw_it = Ticket.objects.get()
    tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

    with pytest.raises(tickets.SameTeam):
        tickets.reroute(as_bas_saw_it, to=comms, by=bas, reason="a complaint")

    assert Correction.objects.count() == 1


def test_a_closed_ticket_is_not_moved(anna: User, info: Team, comms: Team) -> None:
    ticket = TicketFactory(team=info)
    tickets.close(ticket, by=anna, outcome="spam")

    with pytest.raises(tickets.AlreadyClosed):
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")
