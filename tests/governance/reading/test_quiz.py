"""Writing the questions of a version."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import LogEntry
from governance.domain import policies
from governance.models import Policy, PolicyVersion, QuizQuestion
from people.models import User
from tests.factories.governance import PolicySectionFactory, PolicyVersionFactory
from tests.factories.reading import QuizQuestionFactory, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(policy: Policy) -> PolicyVersion:
    made: PolicyVersion = PolicyVersionFactory(policy=policy, number=1)
    return made


def address(name: str, version: PolicyVersion, *more: int) -> str:
    return reverse(f"governance:{name}", args=[version.policy.slug, version.number, *more])


def filled(version: PolicyVersion, **changes: Any) -> dict[str, Any]:
    return {
        "edition": version.edition,
        "text": "Who speaks to the press?",
        "option_1": "Everybody",
        "option_2": "The spokesperson",
        "right": 1,
        **changes,
    }


def texts(version: PolicyVersion) -> list[str]:
    return list(version.questions.order_by("position").values_list("text", flat=True))


def test_a_question_is_added_with_its_clause(
    client: Client, draft: PolicyVersion, dirk: User
) -> None:
    clause = PolicySectionFactory(version=draft)
    client.force_login(dirk)

    client.post(address("question-create", draft), filled(draft, section_key=str(clause.key)))

    made = draft.questions.get()
    assert (made.options, made.right) == (["Everybody", "The spokesperson"], 1)
    assert (made.position, made.section_key) == (1, clause.key)
    assert LogEntry.objects.filter(verb="added a question", actor=dirk).exists()


def test_the_right_answer_stays_right_when_one_before_it_is_left_empty(
    client: Client, draft: PolicyVersion, dirk: User
) -> None:
    client.force_login(dirk)
    answers = {"option_2": "Nobody", "option_3": "", "option_4": "The spokesperson", "right": 3}

    client.post(address("question-create", draft), filled(draft, **answers))

    made = draft.questions.get()
    assert made.options[made.right] == "The spokesperson"


@pytest.mark.parametrize(
    ("changes", "english", "dutch"),
    [
        ({"right": 3}, "This answer is empty.", "Dit antwoord is leeg."),
        (
            {"option_2": "Everybody"},
            "Two answers are the same.",
            "Twee antwoorden zijn gelijk.",
        ),
    ],
)
def test_a_mistake_is_told_in_both_languages(
    client: Client,
    draft: PolicyVersion,
    dirk: User,
    changes: dict[str, Any],
    english: str,
    dutch: str,
) -> None:
    for language, words in (("en", english), ("nl", dutch)):
        User.objects.filter(pk=dirk.pk).update(language=language)
        client.force_login(dirk)

        response = client.post(address("question-create", draft), filled(draft, **changes))

        assert response.status_code == 422
        assert words in response.content.decode()
    assert not draft.questions.exists()


def test_the_second_writer_is_shown_what_the_first_wrote(
    client: Client, draft: PolicyVersion, dirk: User
) -> None:
    question = QuizQuestionFactory(version=draft)
    client.force_login(dirk)
    edit = address("question-edit", draft, question.pk)
    client.post(edit, filled(draft, text="Written first"))

    response = client.post(edit, filled(draft, text="Written second"))
    page = response.content.decode()

    assert response.status_code == 409
    assert "Written first" in page
    assert 'value="Written second"' in page
    assert texts(draft) == ["Written first"]


def test_questions_move_and_go(client: Client, draft: PolicyVersion, dirk: User) -> None:
    first, second = (QuizQuestionFactory(version=draft, position=n, text=str(n)) for n in (1, 2))
    client.force_login(dirk)

    client.post(address("question-move", draft, second.pk), {"direction": "up"})
    assert texts(draft) == ["2", "1"]

    client.post(address("question-delete", draft, second.pk), {"edition": draft.edition + 1})
    assert texts(draft) == ["1"]
    assert QuizQuestion.objects.get(pk=first.pk).position == 1


def test_a_move_on_an_old_page_changes_nothing(
    client: Client, draft: PolicyVersion, dirk: User
) -> None:
    first, _ = (QuizQuestionFactory(version=draft, position=n, text=str(n)) for n in (1, 2))
    PolicyVersion.objects.filter(pk=draft.pk).update(edition=9)
    client.force_login(dirk)

    page = client.post(
        address("question-move", draft, first.pk), {"direction": "down", "edition": 1}, follow=True
    )

    assert texts(draft) == ["1", "2"]
    assert "Somebody else changed this version" in page.content.decode()


def test_what_is_in_force_keeps_its_questions(client: Client, policy: Policy, dirk: User) -> None:
    version = published(policy)
    client.force_login(dirk)

    assert client.get(address("quiz-edit", version)).status_code == 403
    response = client.post(address("question-create", version), filled(version))
    assert response.status_code == 409
    assert not version.questions.exists()


@pytest.mark.parametrize("name", ["quiz-edit", "question-create"])
def test_a_teacher_writes_no_questions(
    client: Client, draft: PolicyVersion, eva: User, name: str
) -> None:
    client.force_login(eva)

    assert client.get(address(name, draft)).status_code == 403


def test_an_empty_quiz_says_the_next_step(client: Client, draft: PolicyVersion, dirk: User) -> None:
    client.force_login(dirk)

    page = client.get(address("quiz-edit", draft)).content.decode()

    assert address("question-create", draft) in page


def test_a_revision_starts_with_the_same_questions(policy: Policy, dirk: User) -> None:
    base = published(policy)
    QuizQuestionFactory(version=base, text="Asked before")

    draft = policies.start_draft(policy, by=dirk)

    assert texts(draft) == texts(base) == ["Asked before"]
