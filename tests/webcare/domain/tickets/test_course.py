from __future__ import annotations

import pytest

from core.clock import now
from core.models import LogEntry
from people.models import User
from tests.factories.webcare import ReplyFactory, TicketFactory
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_closing_keeps_outcome_and_time(anna: User) -> None:
    ticket: Ticket = TicketFactory()

    tickets.close(ticket, by=anna, outcome="offline")

    ticket = Ticket.objects.get()
    assert (ticket.state, ticket.outcome) == (Ticket.State.CLOSED, "offline")
    assert ticket.closed_at == ticket.changed_at == now()


def test_an_unknown_outcome_is_refused(anna: User) -> None:
    with pytest.raises(ValueError, match="later"):
        tickets.close(TicketFactory(), by=anna, outcome="later")


def test_a_ticket_is_closed_once(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    as_bas_saw_it = Ticket.objects.get()
    tickets.close(ticket, by=anna, outcome="answered")

    with pytest.raises(tickets.AlreadyClosed):
        tickets.close(as_bas_saw_it, by=bas, outcome="spam")

    assert Ticket.objects.get().outcome == "answered"
    assert LogEntry.objects.filter(verb="closed").count() == 1


@pytest.mark.parametrize("state", ["awaiting", "queued", "sending", "unconfirmed"])
def test_a_ticket_with_an_answer_on_its_way_cannot_be_closed(anna: User, state: str) -> None:
    ticket = TicketFactory()
    ReplyFactory(ticket=ticket, state=state)

    with pytest.raises(tickets.ReplyUnderWay):
        tickets.close(ticket, by=anna, outcome="answered")

    assert Ticket.objects.get().state == Ticket.State.OPEN


def test_a_refusal_leaves_the_ticket_in_hand_as_it_was(anna: User) -> None:
    ticket = TicketFactory()
    ReplyFactory(ticket=ticket, state="queued")

    with pytest.raises(tickets.ReplyUnderWay):
        tickets.close(ticket, by=anna, outcome="answered")

    assert ticket.revision == Ticket.objects.get().revision == 1


@pytest.mark.parametrize("state", ["sent", "failed", "withdrawn"])
def test_an_answer_that_is_done_does_not_stop_closing(anna: User, state: str) -> None:
    ticket = TicketFactory()
    ReplyFactory(ticket=ticket, state=state, sent_at=now())

    tickets.close(ticket, by=anna, outcome="answered")

    assert Ticket.objects.get().state == Ticket.State.CLOSED


def test_a_closed_ticket_can_be_opened_again_for_anybody(anna: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)
    tickets.close(ticket, by=anna, outcome="answered")

    tickets.reopen(ticket, by=anna, reason="She asked again by phone")

    assert (ticket.state, ticket.outcome, ticket.closed_at, ticket.owner) == (
        "open",
        "",
        None,
        None,
    )


def test_an_open_ticket_cannot_be_opened(anna: User) -> None:
    with pytest.raises(tickets.NotClosed):
        tickets.reopen(TicketFactory(), by=anna)


def test_waiting_keeps_the_owner(anna: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    tickets.wait(ticket, by=anna)

    assert (ticket.state, ticket.owner) == (Ticket.State.WAITING, anna)
