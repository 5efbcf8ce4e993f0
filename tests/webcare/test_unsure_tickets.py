"""The page of a ticket where the router was in doubt or saw danger, and its one clicks."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.models.routing import Threat
from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.factories.webcare import ticket_about
from webcare.models import Correction, Ticket

pytestmark = pytest.mark.django_db

JUDGED = {"code": "judge", "params": {"team": "Info centre", "certainty": 62}}
NEEDLESS = {"code": "judged_noise", "params": {"certainty": 71}}
WORDS = {"code": "judged_by", "params": {"words": "rooster, les"}}
DANGER = {"code": "threat", "params": {"words": "mes, dood"}}


@pytest.fixture
def unsure(info: Team, comms: Team) -> Ticket:
    return ticket_about("Hm", is_unsure=True, reasons=[JUDGED, WORDS])


@pytest.fixture
def threat(info: Team, crisis: Team) -> Ticket:
    reasons = [JUDGED, DANGER, {"code": "threat_unsure", "params": {}}]
    return ticket_about("Ik ga dood", is_unsure=True, threat=Threat.POSSIBLE, reasons=reasons)


@pytest.fixture
def needless(info: Team) -> Ticket:
    return ticket_about("haha", is_unsure=True, reasons=[NEEDLESS])


def page(client: Client, ticket: Ticket) -> str:
    return client.get(ticket.get_absolute_url()).content.decode()


def click(client: Client, ticket: Ticket, name: str, **data: object) -> Any:
    return client.post(
        reverse("webcare:ticket-step", args=[ticket.pk, name]), data, headers={"HX-Request": "true"}
    )


def row(client: Client, **query: str) -> str:
    return client.get(reverse("webcare:inbox"), query).content.decode()


def test_an_unsure_ticket_says_how_sure_the_router_is_and_why(
    client: Client, anna: User, unsure: Ticket
) -> None:
    client.force_login(anna)

    html = page(client, unsure)

    assert "The router is not sure" in html
    assert "Similar messages went to Info centre (62% certain)." in html
    assert html.count("These words weighed most: rooster, les.") == 1


def test_one_click_moves_an_unsure_ticket(
    client: Client, anna: User, unsure: Ticket, comms: Team
) -> None:
    client.force_login(anna)
    assert f'name="to" value="{comms.pk}"' in page(client, unsure)

    answer = click(client, unsure, "belongs", to=comms.pk).content.decode()

    unsure.refresh_from_db()
    assert unsure.team == comms
    assert "Moved. Kept: the next training learns from it." in answer
    assert "Undo" in answer


def test_one_click_says_that_it_is_right(client: Client, anna: User, unsure: Ticket) -> None:
    client.force_login(anna)

    answer = click(client, unsure, "confirm").content.decode()

    assert "It stays here. Kept: the next training learns from it." in answer
    assert "The router is not sure" not in answer
    assert "Anna says that it belongs here." in answer


def test_one_click_says_that_no_answer_is_needed(
    client: Client, anna: User, needless: Ticket
) -> None:
    client.force_login(anna)
    assert "Probably no answer needed" in page(client, needless)

    answer = click(client, needless, "close", outcome="no_answer").content.decode()

    assert "Closed. Kept: the next training learns from it." in answer
    assert Correction.objects.get().after == "none"


def test_closing_what_nobody_doubted_does_not_speak_of_learning(
    client: Client, anna: User, info: Team
) -> None:
    client.force_login(anna)

    answer = click(client, ticket_about(), "close", outcome="answered").content.decode()

    assert "Closed." in answer
    assert "learns from it" not in answer


def test_a_possible_threat_is_shown_with_the_words_that_made_it_one(
    client: Client, anna: User, threat: Ticket
) -> None:
    client.force_login(anna)

    html = page(client, threat)

    assert "This may be a threat" in html
    assert "It may be a threat: mes, dood." in html
    assert "<mark>mes, dood</mark>" in row(client)


def test_one_click_says_that_it_is_no_threat(client: Client, anna: User, threat: Ticket) -> None:
    client.force_login(anna)
    assert "Not a threat" in page(client, threat)

    answer = click(client, threat, "correct", kind="threat", after="none").content.decode()

    assert "Corrected. Kept: the next training learns from it." in answer
    assert "Undo" in answer


def test_a_confirmed_threat_moves_on_with_one_click(
    client: Client, anna: User, threat: Ticket, crisis: Team
) -> None:
    client.force_login(anna)
    answer = click(client, threat, "correct", kind="threat", after="likely").content.decode()
    assert "This is probably a threat" in answer

    click(client, threat, "belongs", to=crisis.pk)

    threat.refresh_from_db()
    assert threat.team == crisis


def test_a_ticket_that_nobody_doubts_is_not_moved_with_one_click(
    client: Client, anna: User, info: Team, comms: Team
) -> None:
    ticket = ticket_about()
    client.force_login(anna)

    answer = click(client, ticket, "belongs", to=comms.pk)

    assert answer.status_code == 409
    assert "Say why, in a few words." in answer.content.decode()


def test_a_closed_ticket_asks_for_no_decision(client: Client, anna: User, unsure: Ticket) -> None:
    client.force_login(anna)

    answer = click(client, unsure, "close", outcome="answered").content.decode()

    assert "The router is not sure" not in answer
    assert "Similar messages went to Info centre" in answer


def test_who_may_not_work_on_it_sees_why_but_gets_no_buttons(
    client: Client, unsure: Ticket
) -> None:
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))

    html = page(client, unsure)

    assert "The router is not sure" in html
    assert "Right, keep it here" not in html
    assert click(client, unsure, "confirm").status_code == 403


def test_what_probably_needs_no_answer_can_be_found(
    client: Client, anna: User, unsure: Ticket, threat: Ticket, needless: Ticket
) -> None:
    client.force_login(anna)

    found = client.get(reverse("webcare:inbox"), {"only": "noise"}).context["tickets"]

    assert found == [needless]
    assert "probably no answer needed</span>" in row(client, only="noise")


def test_the_words_of_a_stranger_are_shown_as_text(client: Client, anna: User, info: Team) -> None:
    hostile = {"code": "threat", "params": {"words": "<script>alert(1)</script>"}}
    ticket = ticket_about("Hm", threat=Threat.POSSIBLE, is_unsure=True, reasons=[hostile])
    client.force_login(anna)

    assert "<script>alert" not in page(client, ticket) + row(client)
