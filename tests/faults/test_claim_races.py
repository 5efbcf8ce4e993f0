"""R4: two departments take a ticket at the same moment; one has it, the other hears who.

Every race is a real one: two threads, each with its own connection to PostgreSQL.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from core.models import LogEntry
from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.faults.racing import racers
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
RACES = 1_000
RACES_OVER_HTTP = 40
RACES_WITH_A_RETURN = 200


@pytest.fixture
def pieter(db: None) -> User:
    """Speaks to the press, and so has a say in what may become news."""
    user: User = UserFactory(name="Pieter", roles=[Role.SPOKESPERSON])
    return user


def free_tickets(team: Team, count: int) -> list[Ticket]:
    """Tickets that the info centre and the spokesperson may both work on."""
    at = now()
    return Ticket.objects.bulk_create(
        Ticket(
            team=team,
            platform="x",
            subject=f"Vraag {number}",
            needs_approval=True,
            opened_at=at,
            changed_at=at,
            due_at=at,
        )
        for number in range(count)
    )


def as_seen(ticket: Ticket) -> Ticket:
    """The ticket as somebody has it on the screen."""
    return copy(ticket)


def owner_of(ticket: Ticket) -> User | None:
    return Ticket.objects.select_related("owner").get(pk=ticket.pk).owner


def test_of_two_departments_that_take_a_ticket_exactly_one_has_it(
    info: Team, anna: User, pieter: User
) -> None:
    winners: Counter[str] = Counter()
    with racers() as both:
        for ticket in free_tickets(info, RACES):
            outcomes = both.run(
                *[partial(tickets.claim, as_seen(ticket), by=person) for person in (anna, pieter)]
            )

            (refusal,) = [one for one in outcomes if one is not None]
            owner = owner_of(ticket)
            assert isinstance(refusal, tickets.AlreadyClaimed)
            assert owner is not None
            assert refusal.by == owner
            assert owner.name in str(refusal)
            winners[owner.name] += 1
    claims = LogEntry.objects.filter(verb="claimed").values_list("object_id", flat=True)
    assert len(claims) == len(set(claims)) == RACES
    assert set(winners) == {"Anna", "Pieter"}, "one of them always came first: that was no race"


def test_over_http_the_loser_gets_409_with_the_name_of_who_was_first(
    info: Team, anna: User, pieter: User
) -> None:
    clients = {"Anna": Client(), "Pieter": Client()}
    for person in (anna, pieter):
        clients[person.name].force_login(person)
    with racers() as both:
        for ticket in free_tickets(info, RACES_OVER_HTTP):
            posts = [partial(take, client, ticket) for client in clients.values()]
            answers = dict(zip(clients, both.run(*posts), strict=True))

            assert sorted(one.status_code for one in answers.values()) == [200, 409]
            owner = owner_of(ticket)
            assert owner is not None
            assert answers[owner.name].status_code == 200
            (lost,) = [page for name, page in answers.items() if name != owner.name]
            assert f"{owner.name} took this ticket already." in lost.content.decode()


def take(client: Client, ticket: Ticket) -> Any:
    return client.post(
        reverse("webcare:ticket-step", args=[ticket.pk, "claim"]), headers={"HX-Request": "true"}
    )


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_the_loser_gets_409_with_and_without_scripts(
    client: Client, info: Team, anna: User, pieter: User, headers: dict[str, str]
) -> None:
    (ticket,) = free_tickets(info, 1)
    tickets.claim(as_seen(ticket), by=anna)
    client.force_login(pieter)

    lost = client.post(reverse("webcare:ticket-step", args=[ticket.pk, "claim"]), headers=headers)

    assert lost.status_code == 409
    assert "Anna took this ticket already." in lost.content.decode()


def test_who_takes_what_is_given_back_at_that_moment_has_it_or_hears_no(
    info: Team, anna: User, pieter: User
) -> None:
    with racers() as both:
        for ticket in free_tickets(info, RACES_WITH_A_RETURN):
            tickets.claim(as_seen(ticket), by=anna)

            _, outcome = both.run(
                partial(tickets.release, as_seen(ticket), by=anna),
                partial(tickets.claim, as_seen(ticket), by=pieter),
            )

            owner = owner_of(ticket)
            assert owner == (None if isinstance(outcome, tickets.AlreadyClaimed) else pieter)
