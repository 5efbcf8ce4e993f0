"""The pages of a phone: public, without a name, by code."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.domain.workshops import codes, news, room
from governance.models import Participant, Statement, StatementVote, Workshop
from governance.views.workshops import door
from people.models import User
from tests.factories.workshops import ProposalFactory, WorkshopFactory
from tests.governance.workshops.conftest import at_step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_wrong_codes_yet() -> None:
    cache.clear()


def address(workshop: Workshop, what: str = "") -> str:
    return f"/governance/join/{workshop.code}/{what}"


def test_a_code_is_found_as_people_type_it(client: Client) -> None:
    answer = client.post("/governance/join/", {"code": " ac3-4qw "})

    assert answer.headers["Location"] == "/governance/join/AC34QW/"


def test_codes_have_six_signs_that_do_not_look_alike() -> None:
    made = {codes.new() for _ in range(50)}

    assert {len(code) for code in made} == {6}
    assert not set("".join(made)) & set("O0I1L2Z5S8BU")


def test_a_phone_comes_in_without_an_account_and_keeps_a_secret_that_we_do_not(
    client: Client, workshop: Workshop
) -> None:
    client.get(address(workshop))
    cookie = client.cookies["workshop"]
    client.post(address(workshop, "enter/"))
    client.post(address(workshop, "enter/"))

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    participant = workshop.participants.get()
    assert cookie.value not in str(participant.key_digest)
    client.cookies["language"] = "en"
    assert "How far do you agree?" in client.get(address(workshop)).content.decode()


def test_looking_at_the_door_makes_no_participant(client: Client, workshop: Workshop) -> None:
    client.get(address(workshop))

    assert not workshop.participants.exists()


def test_a_browser_that_keeps_no_cookie_is_told_so(client: Client, workshop: Workshop) -> None:
    page = client.post(address(workshop, "enter/"), follow=True)

    assert "cookie" in page.content.decode()
    assert not workshop.participants.exists()


def test_own_votes_are_shown_to_who_comes_back(
    client: Client, workshop: Workshop, statement: Statement, phone: Participant
) -> None:
    client.cookies["workshop"] = "mine"
    client.post(address(workshop, "vote/"), {"statement": statement.pk, "value": 4})

    page = client.get(address(workshop)).content.decode()

    assert f'id="vote-{statement.pk}-4" name="value" value="4" aria-pressed="true"' in page
    assert StatementVote.objects.get().participant == phone


@pytest.mark.parametrize(("language", "words"), [("nl", "Net te laat"), ("en", "Just too late")])
def test_a_late_vote_is_refused_kindly(
    client: Client, workshop: Workshop, statement: Statement, phone: Participant,
    language: str, words: str,
) -> None:  # fmt: skip
    client.cookies["workshop"] = "mine"
    client.cookies["language"] = language
    at_step(workshop, "discuss")

    page = client.post(
        address(workshop, "vote/"), {"statement": statement.pk, "value": 4}, follow=True
    )

    assert words in page.content.decode()


@pytest.mark.parametrize("data", [{"value": 6}, {"value": 3, "statement": 0}, {}])
def test_what_is_no_vote_changes_nothing(
    client: Client, workshop: Workshop, statement: Statement, phone: Participant,
    data: dict[str, int],
) -> None:  # fmt: skip
    client.cookies["workshop"] = "mine"

    client.post(address(workshop, "vote/"), {"statement": statement.pk, **data})

    assert not StatementVote.objects.filter(value=6).exists()
    assert StatementVote.objects.count() == 0


@pytest.mark.parametrize("what", ["vote/", "propose/", "choose/"])
def test_who_is_not_in_the_room_sends_nothing(
    client: Client, workshop: Workshop, what: str
) -> None:
    assert client.post(address(workshop, what), {"text": "Goal"}).status_code == 404


def test_a_key_of_another_workshop_opens_nothing(
    client: Client, workshop: Workshop, phone: Participant
) -> None:
    other = WorkshopFactory(step="propose")
    client.cookies["workshop"] = "mine"

    assert client.post(address(other, "propose/"), {"text": "Goal"}).status_code == 404


def test_no_choice_left_is_told(client: Client, workshop: Workshop, phone: Participant) -> None:
    at_step(workshop, "prioritise")
    client.cookies["workshop"], client.cookies["language"] = "mine", "en"
    for proposal in ProposalFactory.create_batch(4, workshop=workshop):
        page = client.post(
            address(workshop, "choose/"), {"proposal": proposal.pk, "wanted": 1}, follow=True
        )

    assert "You gave all your choices" in page.content.decode()
    assert phone.proposal_votes.count() == 3


def test_a_closed_workshop_only_says_thank_you(
    client: Client, workshop: Workshop, phone: Participant, dirk: User
) -> None:
    room.close(workshop, by=dirk)
    client.cookies["workshop"], client.cookies["language"] = "mine", "en"

    page = client.get(address(workshop)).content.decode()

    assert "This workshop is over" in page
    assert workshop.scene not in page


def test_who_guesses_codes_finds_nothing_any_more(
    client: Client, workshop: Workshop, phone: Participant
) -> None:
    for number in range(door.MOST_WRONG - 1):
        assert client.get(f"/governance/join/Q{number:05d}/").status_code == 404
    client.get("/governance/join/QQQQQQ/")

    assert client.get(address(workshop)).status_code == 429
    assert client.post(address(workshop, "enter/")).status_code == 429
    inside = Client()
    inside.cookies["workshop"] = "mine"
    assert inside.get(address(workshop)).status_code == 200  # who is in stays in


# --- news -----------------------------------------------------------------------------------------


def test_news_is_one_query_and_only_numbers(
    client: Client, workshop: Workshop, statement: Statement, phone: Participant
) -> None:
    StatementVote.objects.create(statement=statement, participant=phone, value=5)
    with CaptureQueriesContext(connection) as asked:
        told = client.get(f"/governance/join/news/{news.token(workshop)}/").json()

    assert len(asked) == 1
    assert told == {
        "revision": 0, "step": "vote", "phones_in": 1, "votes_cast": 1, "proposals_made": 0,
        "dots_given": 0,
    }  # fmt: skip


def test_news_cannot_be_guessed(client: Client, workshop: Workshop) -> None:
    assert client.get(f"/governance/join/news/{workshop.pk}/").status_code == 404
