from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from core.clock import now
from people.models import Team, User
from tests.factories.webcare import ReplyFactory, TicketFactory, ticket_about
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LIST = "/api/v1/tickets/"


def client(user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


def listed(user: User, **filters: Any) -> list[str]:
    answer = client(user).get(LIST, filters)
    assert answer.status_code == 200
    return [ticket["subject"] for ticket in answer.json()["results"]]


def test_a_stranger_gets_nothing(db: None) -> None:
    assert APIClient().get(LIST).status_code == 401


def test_the_newest_ticket_comes_first(anna: User, info: Team) -> None:
    TicketFactory(subject="first")
    TicketFactory(subject="second")

    assert listed(anna) == ["second", "first"]


def test_you_get_the_tickets_that_you_may_see(carla: User, info: Team, comms: Team) -> None:
    hidden = TicketFactory(team=info)
    TicketFactory(team=comms, subject="ours")

    assert listed(carla) == ["ours"]
    assert client(carla).get(f"{LIST}{hidden.pk}/").status_code == 404


def test_pages_hold_every_ticket_once(anna: User, info: Team) -> None:
    for number in range(5):
        TicketFactory(subject=str(number))
    seen, url = [], f"{LIST}?page_size=2"
    while url:
        page = client(anna).get(url).json()
        seen += [ticket["subject"] for ticket in page["results"]]
        url = page["next"]

    assert seen == ["4", "3", "2", "1", "0"]


def test_filters(dirk: User, info: Team, comms: Team) -> None:
    TicketFactory(subject="info", team=info, changed_at=now() - timedelta(hours=1))
    TicketFactory(subject="late", team=comms, due_at=now() - timedelta(hours=1), is_unsure=True)

    assert listed(dirk, team="comms") == ["late"]
    assert listed(dirk, is_overdue="true") == ["late"]
    assert listed(dirk, is_unsure="false") == ["info"]
    assert listed(dirk, changed_after=(now() - timedelta(minutes=5)).isoformat()) == ["late"]
    assert listed(dirk, state="closed") == []


def test_an_unknown_value_is_the_callers_mistake(dirk: User) -> None:
    assert client(dirk).get(LIST, {"state": "lost"}).status_code == 400


def test_a_ticket_comes_with_its_messages_and_replies(anna: User, info: Team) -> None:
    ticket = ticket_about("Waar is het rooster?", reasons=[{"code": "no_rule", "params": {}}])
    mention = ticket.messages.get().mention
    ReplyFactory(ticket=ticket, mention=mention, author=anna)

    found = client(anna).get(f"{LIST}{ticket.pk}/").json()

    assert (found["team"], found["owner"], found["policy_version"]) == ("info", None, None)
    assert [message["text"] for message in found["messages"]] == ["Waar is het rooster?"]
    assert [(reply["author"], reply["state"]) for reply in found["replies"]] == [("Anna", "queued")]
    assert found["reasons"] == [{"code": "no_rule", "params": {}}]


def test_tickets_cannot_be_changed_here(anna: User, info: Team) -> None:
    ticket = TicketFactory()

    assert client(anna).post(LIST, {}).status_code == 405
    assert client(anna).delete(f"{LIST}{ticket.pk}/").status_code == 405
    assert Ticket.objects.count() == 1


@pytest.mark.parametrize("count", [1, 10])
def test_a_list_takes_the_same_queries_however_long(
    anna: User, info: Team, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    TicketFactory.create_batch(count, owner=anna, claimed_at=now())
    fresh = User.objects.get(pk=anna.pk)

    with django_assert_max_num_queries(3):
        listed(fresh)
