"""Where the router was in doubt, one click decides, and the next training learns from it."""

from __future__ import annotations

import pytest
import time_machine

from core.models import LogEntry
from governance.models.routing import Priority, Threat
from people.models import Team, User
from tests.factories.webcare import TicketFactory, ticket_about
from webcare.domain import history, tickets
from webcare.models import Correction, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def unsure(info: Team) -> Ticket:
    return ticket_about("Hm", is_unsure=True)


def kept() -> list[tuple[str, str, str]]:
    return list(Correction.objects.order_by("pk").values_list("kind", "before", "after"))


def test_an_unsure_ticket_is_moved_without_a_reason(
    unsure: Ticket, anna: User, comms: Team
) -> None:
    tickets.reroute(unsure, to=comms, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.team, ticket.is_unsure) == (comms, False)
    assert ticket.reasons == [{"code": "belongs", "params": {"by": "Anna"}}]
    assert kept() == [("team", "info", "comms")]


def test_danger_is_moved_without_a_reason(anna: User, info: Team, crisis: Team) -> None:
    ticket = TicketFactory(team=info, threat=Threat.LIKELY)

    tickets.reroute(ticket, to=crisis, by=anna)

    assert Ticket.objects.get().team == crisis


def test_who_comes_second_moves_with_a_reason_as_always(
    unsure: Ticket, anna: User, bas: User, comms: Team, crisis: Team
) -> None:
    as_bas_saw_it = Ticket.objects.get()
    tickets.reroute(unsure, to=comms, by=anna)

    with pytest.raises(tickets.ReasonNeeded):
        tickets.reroute(as_bas_saw_it, to=crisis, by=bas)

    assert Ticket.objects.get().team == comms


def test_that_the_router_was_right_is_kept_as_an_example(unsure: Ticket, anna: User) -> None:
    tickets.confirm(unsure, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.team.code, ticket.is_unsure) == ("info", False)
    assert ticket.reasons == [{"code": "belongs", "params": {"by": "Anna"}}]
    assert kept() == [("team", "info", "info")]


def test_it_is_confirmed_once(unsure: Ticket, anna: User, bas: User) -> None:
    as_bas_saw_it = Ticket.objects.get()
    tickets.confirm(unsure, by=anna)

    with pytest.raises(tickets.NotUnsure):
        tickets.confirm(as_bas_saw_it, by=bas)

    assert len(kept()) == 1


def test_a_closed_ticket_is_not_confirmed(unsure: Ticket, anna: User) -> None:
    tickets.close(unsure, by=anna, outcome="offline")

    with pytest.raises(tickets.AlreadyClosed):
        tickets.confirm(unsure, by=anna)


def test_a_confirmation_can_be_undone_and_teaches_nothing(unsure: Ticket, anna: User) -> None:
    tickets.confirm(unsure, by=anna)

    tickets.undo(unsure, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.is_unsure, ticket.reasons, kept()) == (True, [], [])


@pytest.mark.parametrize("outcome", ["no_answer", "spam"])
def test_that_no_answer_was_needed_is_kept_as_an_example(
    unsure: Ticket, anna: User, outcome: str
) -> None:
    tickets.close(unsure, by=anna, outcome=outcome)

    assert kept() == [("team", "info", "none")]
    assert not Ticket.objects.get().is_unsure


@pytest.mark.parametrize("outcome", ["answered", "offline"])
def test_an_unsure_ticket_that_was_settled_teaches_nothing(
    unsure: Ticket, anna: User, outcome: str
) -> None:
    tickets.close(unsure, by=anna, outcome=outcome)

    assert kept() == []


def test_closing_what_nobody_doubted_teaches_nothing(anna: User) -> None:
    tickets.close(TicketFactory(), by=anna, outcome="no_answer")

    assert kept() == []


def test_closing_a_threat_does_not_say_that_it_was_none(anna: User) -> None:
    ticket = TicketFactory(threat=Threat.POSSIBLE, is_unsure=True)

    tickets.close(ticket, by=anna, outcome="no_answer")

    assert kept() == []


def test_a_false_alarm_that_needed_no_answer_teaches_both(anna: User) -> None:
    ticket = ticket_about("Ik ga dood van het lachen", threat=Threat.POSSIBLE, is_unsure=True)
    tickets.correct(ticket, kind="threat", after="none", by=anna)

    tickets.close(ticket, by=anna, outcome="no_answer")

    assert kept() == [("threat", "possible", "none"), ("team", "info", "none")]


def test_a_closing_that_is_undone_teaches_nothing(unsure: Ticket, anna: User) -> None:
    tickets.close(unsure, by=anna, outcome="no_answer")

    tickets.undo(unsure, by=anna)

    assert (Ticket.objects.get().is_unsure, kept()) == (True, [])


def test_who_opens_it_again_says_that_an_answer_was_needed(unsure: Ticket, anna: User) -> None:
    tickets.close(unsure, by=anna, outcome="no_answer")

    tickets.reopen(unsure, by=anna)

    assert kept() == []


def test_a_correction_of_danger_can_be_undone(anna: User) -> None:
    ticket = ticket_about(threat=Threat.POSSIBLE, is_unsure=True)
    message = ticket.messages.get().mention
    message.threat = Threat.POSSIBLE
    message.save()
    tickets.correct(ticket, kind="threat", after="likely", by=anna)

    tickets.undo(ticket, by=anna)

    ticket = Ticket.objects.get()
    message.refresh_from_db()
    assert (ticket.threat, ticket.is_unsure) == ("possible", True)
    assert (ticket.priority, message.threat, kept()) == (Priority.NORMAL, "possible", [])
    assert LogEntry.objects.filter(verb="undone").count() == 1


def test_a_correction_of_the_tone_can_be_undone(unsure: Ticket, anna: User) -> None:
    message = unsure.messages.get().mention
    message.sentiment, message.sentiment_certainty = "positive", 0.6
    message.save()
    tickets.correct(unsure, kind="sentiment", after="negative", by=anna)

    tickets.undo(unsure, by=anna)

    message.refresh_from_db()
    assert (message.sentiment, message.sentiment_certainty) == ("positive", 0.6)


def test_undoing_a_correction_leaves_a_closed_ticket_closed(
    anna: User, clock: time_machine.Traveller
) -> None:
    ticket = ticket_about()
    tickets.close(ticket, by=anna, outcome="answered")
    clock.shift(60)
    tickets.correct(ticket, kind="sentiment", after="negative", by=anna)
    assert tickets.can_undo(ticket, history.last(ticket), by=anna)

    tickets.undo(ticket, by=anna)

    ticket = Ticket.objects.get()
    assert (ticket.state, ticket.closed_at is None) == (Ticket.State.CLOSED, False)
