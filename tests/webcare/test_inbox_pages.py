from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import Team, User
from tests.factories.webcare import ReplyFactory, TicketFactory, ticket_about
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


def pulse_of(client: Client) -> str:
    """The address that the inbox of the signed-in person asks for news."""
    page = client.get(reverse("webcare:inbox"))
    return reverse("webcare:pulse", args=[page.context["pulse_token"]])


def test_an_agent_sees_the_queue_of_their_own_team_only(
    client: Client, anna: User, comms: Team
) -> None:
    ticket_about("Waar is het rooster?")
    ticket_about("Schande is het!", team=comms)
    client.force_login(anna)

    page = client.get(reverse("webcare:inbox")).content.decode()

    assert "Waar is het rooster?" in page
    assert "Schande is het!" not in page


def test_an_agent_cannot_open_the_queue_of_another_team(
    client: Client, anna: User, comms: Team
) -> None:
    client.force_login(anna)

    assert client.get(reverse("webcare:inbox-team", args=["comms"])).status_code == 403


def test_a_leader_opens_the_queue_of_the_team(client: Client, info: Team, eva: User) -> None:
    Team.objects.filter(pk=info.pk).update(leader=eva)
    client.force_login(eva)

    assert client.get(reverse("webcare:inbox-team", args=["info"])).status_code == 200


def test_a_teacher_has_no_inbox(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert client.get(reverse("webcare:inbox")).status_code == 403


def test_a_manager_sees_all_queues(client: Client, dirk: User, comms: Team) -> None:
    ticket_about("Waar is het rooster?")
    ticket_about("Schande is het!", team=comms)
    client.force_login(dirk)

    page = client.get(reverse("webcare:inbox"))

    assert {ticket.subject for ticket in page.context["tickets"]} == {
        "Waar is het rooster?",
        "Schande is het!",
    }


def test_the_most_urgent_stands_first(client: Client, anna: User) -> None:
    at = now()
    late = TicketFactory(due_at=at - timedelta(hours=1))
    TicketFactory(due_at=at + timedelta(hours=5))
    urgent = TicketFactory(due_at=at + timedelta(hours=9), priority=4)
    client.force_login(anna)

    page = client.get(reverse("webcare:inbox"))

    assert page.context["tickets"][:2] == [urgent, late]


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("view=mine", ["mine"]),
        ("view=free", ["free", "unsure"]),
        ("view=closed", ["closed"]),
        ("only=unsure", ["unsure"]),
        ("q=%23999999", []),
        ("view=nonsense", ["free", "mine", "unsure"]),
    ],
)
def test_the_address_says_which_tickets_are_shown(
    client: Client, anna: User, query: str, subjects: list[str]
) -> None:
    ticket_about("free")
    ticket_about("unsure", is_unsure=True)
    tickets.claim(ticket_about("mine"), by=anna)
    tickets.close(ticket_about("closed"), by=anna, outcome=Ticket.Outcome.SPAM)
    client.force_login(anna)

    page = client.get(f"{reverse('webcare:inbox')}?{query}")

    assert sorted(ticket.subject for ticket in page.context["tickets"]) == subjects


def test_an_approver_finds_what_waits_for_them(client: Client, dirk: User, info: Team) -> None:
    ticket_about("Gewone vraag")
    waiting = ticket_about("Wij zijn van de krant", needs_approval=True)
    ReplyFactory(ticket=waiting, state="awaiting")
    client.force_login(dirk)

    page = client.get(reverse("webcare:inbox"), {"only": "approval"})

    assert page.context["tickets"] == [waiting]


def test_the_next_page_goes_on_where_this_one_stops(client: Client, anna: User) -> None:
    TicketFactory.create_batch(55)
    client.force_login(anna)
    first = client.get(reverse("webcare:inbox"))

    second = client.get(reverse("webcare:inbox"), {"after": first.context["next"]})

    assert len(first.context["tickets"]) == 50
    assert len(second.context["tickets"]) == 5
    assert not set(first.context["tickets"]) & set(second.context["tickets"])


def test_htmx_gets_the_list_alone(client: Client, anna: User) -> None:
    ticket_about("Waar is het rooster?")
    client.force_login(anna)

    page = client.get(reverse("webcare:inbox"), headers={"HX-Request": "true"}).content.decode()

    assert page.strip().startswith('<div id="list"')
    assert "Waar is het rooster?" in page


@pytest.mark.parametrize("count", [1, 10])
def test_the_inbox_asks_at_most_six_questions_however_many_tickets(
    client: Client, anna: User, django_assert_num_queries: object, count: int
) -> None:
    for number in range(count):
        ticket_about(f"Vraag {number}")
    client.force_login(anna)

    with django_assert_num_queries(6):  # type: ignore[operator]
        client.get(reverse("webcare:inbox"))


def test_the_pulse_tells_what_is_new_with_one_question(
    client: Client, anna: User, django_assert_num_queries: object
) -> None:
    client.force_login(anna)
    address, since = pulse_of(client), now().isoformat()
    ticket = ticket_about("Nieuw")

    with django_assert_num_queries(1):  # type: ignore[operator]
        answer = client.get(address, {"since": since})

    assert [(one["ticket"], one["isNew"]) for one in answer.json()["changes"]] == [
        (ticket.pk, True)
    ]


def test_the_pulse_is_silent_about_other_teams(client: Client, anna: User, comms: Team) -> None:
    client.force_login(anna)
    address, since = pulse_of(client), now().isoformat()
    ticket_about("Van een ander", team=comms)

    assert client.get(address, {"since": since}).json()["changes"] == []


@pytest.mark.parametrize("since", ["", "yesterday", "2026-11-23T10:00:00"])
def test_a_pulse_without_a_moment_asks_to_load_the_page_again(
    client: Client, anna: User, since: str
) -> None:
    client.force_login(anna)

    answer = client.get(pulse_of(client), {"since": since})

    assert (answer.status_code, answer.json()) == (403, {"reload": True})


def test_a_forged_pulse_gets_nothing(client: Client, db: None) -> None:
    answer = client.get(reverse("webcare:pulse", args=["forged"]), {"since": now().isoformat()})

    assert answer.status_code == 403
