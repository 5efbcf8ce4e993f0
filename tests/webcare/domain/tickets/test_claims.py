from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from core.models import LogEntry
from people.models import User
from tests.factories.webcare import TicketFactory
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_free_ticket_can_be_taken(anna: User) -> None:
    ticket = TicketFactory()

    tickets.claim(ticket, by=anna)

    assert ticket.owner == anna
    assert ticket.claim_expires_at > ticket.claimed_at
    assert LogEntry.objects.get().verb == "claimed"


def test_a_taken_ticket_says_who_has_it_and_since_when(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    with pytest.raises(tickets.AlreadyClaimed) as refusal:
        tickets.claim(Ticket.objects.get(), by=bas)

    assert (refusal.value.by, refusal.value.at) == (anna, ticket.claimed_at)
    assert "Anna" in str(refusal.value)


def test_taking_your_own_ticket_again_changes_nothing(anna: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    tickets.claim(ticket, by=anna)

    assert LogEntry.objects.count() == 1


def test_a_closed_ticket_cannot_be_taken(anna: User) -> None:
    ticket = TicketFactory()
    tickets.close(ticket, by=anna, outcome="spam")

    with pytest.raises(tickets.AlreadyClosed):
        tickets.claim(ticket, by=anna)


def test_taking_a_ticket_does_not_make_an_answer_outdated(anna: User) -> None:
    ticket = TicketFactory()

    tickets.claim(ticket, by=anna)

    assert ticket.revision == 1


def test_taking_over_needs_a_reason(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    with pytest.raises(tickets.ReasonNeeded):
        tickets.take_over(ticket, by=bas, reason="  ")

    assert Ticket.objects.get().owner == anna


def test_a_ticket_can_be_taken_over(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    tickets.take_over(ticket, by=bas, reason="Anna is ill")

    entry = LogEntry.objects.get(verb="taken over")
    assert Ticket.objects.get().owner == bas
    assert (entry.actor, entry.reason, entry.detail["previously"]) == (bas, "Anna is ill", anna.pk)


def test_who_comes_second_to_take_over_hears_who_was_first(
    anna: User, bas: User, carla: User
) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)
    as_carla_saw_it = Ticket.objects.get()
    tickets.take_over(ticket, by=bas, reason="ill")

    with pytest.raises(tickets.AlreadyClaimed) as refusal:
        tickets.take_over(as_carla_saw_it, by=carla, reason="ill")

    assert refusal.value.by == bas


def test_a_ticket_can_be_given_back(anna: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    tickets.release(ticket, by=anna)

    assert (ticket.owner, ticket.claimed_at, ticket.claim_expires_at) == (None, None, None)


def test_you_cannot_give_back_what_somebody_else_has(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    with pytest.raises(tickets.NotYours):
        tickets.release(ticket, by=bas)

    assert Ticket.objects.get().owner == anna


def test_what_is_held_too_long_goes_back(anna: User, clock: time_machine.Traveller) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)
    assert tickets.expire_claims() == 0

    clock.shift(timedelta(days=4))

    assert tickets.expire_claims() == 1
    assert Ticket.objects.get().owner is None
    entry = LogEntry.objects.get(verb="claim expired")
    assert (entry.actor, entry.detail["previously"]) == (None, anna.pk)
