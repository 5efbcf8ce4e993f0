from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from people.models import User
from tests.factories.webcare import TicketFactory
from webcare.domain import desk
from webcare.models import Draft, Presence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_colleagues_see_who_has_a_ticket_open(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    desk.look_in(ticket, anna)
    desk.look_in(ticket, bas, is_typing=True)

    here = desk.present([ticket.pk], now())

    assert here == {ticket.pk: [desk.Here(anna.pk, "Anna", False), desk.Here(bas.pk, "Bas", True)]}


def test_you_do_not_see_yourself(anna: User) -> None:
    ticket = TicketFactory()
    desk.look_in(ticket, anna)

    assert desk.present([ticket.pk], now(), besides=anna) == {}


def test_who_looks_on_is_still_typing_for_a_moment(
    anna: User, clock: time_machine.Traveller
) -> None:
    ticket = TicketFactory()
    desk.look_in(ticket, anna, is_typing=True)
    clock.shift(5)
    desk.look_in(ticket, anna)
    assert desk.present([ticket.pk], now())[ticket.pk][0].is_typing

    clock.shift(5)

    assert not desk.present([ticket.pk], now())[ticket.pk][0].is_typing


def test_who_closed_the_page_is_gone(anna: User, clock: time_machine.Traveller) -> None:
    ticket = TicketFactory()
    desk.look_in(ticket, anna)
    desk.leave(ticket, anna)
    assert desk.present([ticket.pk], now()) == {}

    desk.look_in(ticket, anna)
    clock.shift(desk.HERE_FOR + timedelta(seconds=1))

    assert desk.present([ticket.pk], now()) == {}


def test_presence_in_many_tickets_is_one_query(
    anna: User, bas: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tickets = TicketFactory.create_batch(3)
    for ticket in tickets:
        desk.look_in(ticket, anna)
        desk.look_in(ticket, bas)

    with django_assert_num_queries(1):
        here = desk.present([ticket.pk for ticket in tickets], now(), besides=bas)

    assert len(here) == 3


def test_a_draft_is_kept_per_person(anna: User, bas: User) -> None:
    ticket = TicketFactory()
    desk.save_draft(ticket, anna, "Beste")
    desk.save_draft(ticket, anna, "Beste Guusje")

    assert (desk.draft(ticket, anna), desk.draft(ticket, bas)) == ("Beste Guusje", "")
    assert Draft.objects.count() == 1


def test_an_empty_draft_is_thrown_away(anna: User) -> None:
    ticket = TicketFactory()
    desk.save_draft(ticket, anna, "Beste")

    desk.save_draft(ticket, anna, "  ")

    assert not Draft.objects.exists()


def test_old_presence_is_swept_up(anna: User, clock: time_machine.Traveller) -> None:
    desk.look_in(TicketFactory(), anna)
    clock.shift(timedelta(days=2))

    desk.sweep()

    assert not Presence.objects.exists()
