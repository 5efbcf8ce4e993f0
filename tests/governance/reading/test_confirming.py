"""Reading to the end, the quiz, the button, the receipt."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from governance.domain import acknowledgements, confirmations
from governance.domain.openings import Opening
from governance.models import Acknowledgement, ClauseSetting, Policy, PolicyVersion, QuizQuestion
from people.models import User
from tests.factories.governance import PolicySectionFactory
from tests.factories.reading import (
    AcknowledgementFactory,
    QuizQuestionFactory,
    protocol,
    published,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(version: PolicyVersion) -> QuizQuestion:
    clause = PolicySectionFactory(version=version, title="Whom we answer")
    made: QuizQuestion = QuizQuestionFactory(version=version, section_key=clause.key)
    return made


def address(policy: Policy, name: str = "policy-confirm") -> str:
    return reverse(f"governance:{name}", args=[policy.slug])


def opened(client: Client, policy: Policy) -> str:
    """The note that stands in the form of the page."""
    return note_in(client.get(address(policy)).content.decode())


def note_in(page: str) -> str:
    found = re.search(r'name="opened" value="([^"]+)"', page)
    assert found
    return found[1]


def answer(client: Client, policy: Policy, note: str, **answers: object) -> Any:
    return client.post(address(policy), {"opened": note, **answers})


def test_who_read_to_the_end_confirms(
    client: Client, policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    client.force_login(gerda)

    response = answer(client, policy, opened(client, policy))

    assert response.headers["Location"] == address(policy, "policy-confirmed")
    assert acknowledgements.has_confirmed(gerda, policy)
    assert "What it gives you" in client.get(response.headers["Location"]).content.decode()


@pytest.mark.parametrize("note", ["", "made-up", "1:2:3"])
def test_nobody_confirms_a_text_that_was_not_opened(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User, note: str
) -> None:
    client.force_login(gerda)

    page = client.post(address(policy), {"opened": note}, follow=True).content.decode()

    assert "Read this text first" in page
    assert not Acknowledgement.objects.exists()


def test_a_note_of_a_colleague_is_worth_nothing(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User, eva: User
) -> None:
    client.force_login(gerda)

    answer(client, policy, Opening(eva.pk, version.pk).note)

    assert not Acknowledgement.objects.exists()


def test_a_note_gets_old(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    with time_machine.travel(datetime(2026, 3, 3, 9, tzinfo=UTC), tick=False) as clock:
        note = Opening(gerda.pk, version.pk).note
        clock.shift(timedelta(hours=25))
        client.force_login(gerda)

        answer(client, policy, note)

    assert not Acknowledgement.objects.exists()


def test_a_text_that_changed_while_it_was_read_is_read_again(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    client.force_login(gerda)
    note = opened(client, policy)
    published(policy, 2)

    answer(client, policy, note)

    assert not Acknowledgement.objects.exists()


def test_a_wrong_answer_leads_back_to_the_clause_and_counts_a_try(
    client: Client, policy: Policy, version: PolicyVersion, question: QuizQuestion, gerda: User
) -> None:
    client.force_login(gerda)
    name = f"question_{question.pk}"

    response = answer(client, policy, opened(client, policy), **{name: 0})
    page = response.content.decode()

    assert response.status_code == 422
    assert f'href="#clause-{question.section_key}"' in page
    assert "nobody keeps a score" in page
    assert not Acknowledgement.objects.exists()
    answer(client, policy, note_in(page), **{name: 1})
    assert Acknowledgement.objects.get().tries == 2


def test_the_page_does_not_tell_which_answer_is_right(
    client: Client, policy: Policy, version: PolicyVersion, question: QuizQuestion, gerda: User
) -> None:
    client.force_login(gerda)

    first = client.get(address(policy)).content.decode()
    wrong = answer(client, policy, note_in(first), **{f"question_{question.pk}": 0})

    assert 'checked value="1"' not in wrong.content.decode()
    assert "checked" not in first


def test_a_question_left_open_is_no_try(
    client: Client, policy: Policy, version: PolicyVersion, question: QuizQuestion, gerda: User
) -> None:
    client.force_login(gerda)

    response = answer(client, policy, opened(client, policy))
    page = response.content.decode()

    assert response.status_code == 422
    assert "Choose an answer." in page
    answer(client, policy, note_in(page), **{f"question_{question.pk}": 1})
    assert Acknowledgement.objects.get().tries == 1


def test_the_button_says_what_the_writers_chose(
    client: Client, policy: Policy, gerda: User
) -> None:
    published(policy, button_text="Ik doe mee")
    client.force_login(gerda)

    assert "Ik doe mee" in client.get(address(policy)).content.decode()


def test_the_page_and_its_errors_are_in_dutch_too(
    client: Client, policy: Policy, version: PolicyVersion, question: QuizQuestion, gerda: User
) -> None:
    gerda.language = "nl"
    gerda.save()
    client.force_login(gerda)

    first = client.get(address(policy)).content.decode()
    page = answer(client, policy, note_in(first)).content.decode()

    assert "Gelezen en begrepen" in first
    assert "Kies een antwoord." in page


def test_who_is_asked_again_hears_why(
    client: Client, policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    acknowledgements.confirm(gerda, version)
    published(policy, 2, summary="Agents may answer at night.")
    client.force_login(gerda)

    page = client.get(address(policy)).content.decode()

    assert "You confirmed version 1 before." in page
    assert "Agents may answer at night." in page


def test_who_confirmed_sees_that_and_no_button(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    acknowledgements.confirm(gerda, version)
    client.force_login(gerda)

    page = client.get(address(policy)).content.decode()

    assert "You confirmed this" in page
    assert 'name="opened"' not in page


def test_a_policy_without_a_version_in_force_has_nothing_to_confirm(
    client: Client, policy: Policy, gerda: User
) -> None:
    client.force_login(gerda)

    assert client.get(address(policy)).status_code == 404


def test_a_clause_about_mandates_tells_what_the_confirmation_gives(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    clause = PolicySectionFactory(version=version)
    ClauseSetting.objects.create(section=clause, code=confirmations.NEEDED_FOR_MANDATE, value=True)
    acknowledgements.confirm(gerda, version)
    client.force_login(gerda)

    page = client.get(address(policy, "policy-confirmed")).content.decode()

    assert "counts for the mandate" in page


def test_thanks_come_after_a_confirmation_only(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    client.force_login(gerda)

    response = client.get(address(policy, "policy-confirmed"))

    assert response.headers["Location"] == address(policy)


def test_a_receipt_leads_to_the_text_as_it_was(
    client: Client, policy: Policy, version: PolicyVersion, gerda: User, eva: User
) -> None:
    acknowledgements.confirm(gerda, version)
    AcknowledgementFactory(user=eva, version=published(protocol(title="Of somebody else")))
    published(policy, 2)
    client.force_login(gerda)

    page = client.get(reverse("governance:confirmation-list")).content.decode()

    assert version.get_absolute_url() in page
    assert "a newer version is in force now" in page
    assert "Of somebody else" not in page


def test_confirmations_come_in_pages(gerda: User) -> None:
    policy = protocol()
    for number in range(1, 121):
        AcknowledgementFactory(user=gerda, version=published(policy, number))

    pages, after = [], "start"
    while after:
        page = confirmations.of(gerda, after=after)
        pages.append([one.version.number for one in page.shown])
        after = page.next

    assert [len(page) for page in pages] == [50, 50, 20]
    assert [number for page in pages for number in page] == [*range(120, 0, -1)]


def test_somebody_without_confirmations_hears_where_to_look(client: Client, gerda: User) -> None:
    client.force_login(gerda)

    page = client.get(reverse("governance:confirmation-list")).content.decode()

    assert reverse("people:waiting") in page
