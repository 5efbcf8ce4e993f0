"""Ask an expert: the right colleague gets it, answers, is thanked, and it becomes an article."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from core import keyset
from people.domain import waiting
from people.models import User
from tests.factories.knowledge import ExpertFactory, QuestionFactory
from tests.factories.people import AbsenceFactory, UserFactory
from training import tasks
from training.domain import experts, questions
from training.models import Article, Expert, Question, Skill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]

FRIDAY = "2026-05-29 10:00+02:00"


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


def ask(asker: User, *skills: str) -> Question:
    asked = questions.ask(Question(title="Hoe snijd ik een film?"), skills=skills, by=asker)
    asked.refresh_from_db()
    return asked


def test_skills_are_the_same_whatever_the_spelling() -> None:
    experts.skills_named(["Portret-recht", "Film"])
    experts.skills_named(["portret recht", " FILM "])

    assert sorted(Skill.objects.values_list("name", flat=True)) == ["Film", "Portret-recht"]


def test_who_knows_most_and_has_least_on_hand_gets_the_question(eva: User) -> None:
    ExpertFactory(skills=["Film"])
    both = ExpertFactory(skills=["Film", "TikTok"])
    ExpertFactory(skills=["Excel"])
    busy = ExpertFactory(skills=["Film", "TikTok", "Excel"], most_open=1)
    QuestionFactory(expert=busy.user)
    away = ExpertFactory(skills=["film", "tiktok"])
    AbsenceFactory(user=away.user, from_date=date(2020, 1, 1), until_date=date(2030, 1, 1))
    ExpertFactory(user=eva, skills=["Film", "TikTok"])

    assert ask(eva, "film", "tiktok").expert == both.user


@time_machine.travel(FRIDAY, tick=False)
def test_without_anybody_the_question_waits_for_the_organisers(eva: User, dirk: User) -> None:
    ExpertFactory(skills=["Excel"])
    asked = ask(eva, "Film")
    assert asked.expert is None
    [thing] = waiting.for_person(dirk, date(2026, 5, 29))
    assert thing.url == asked.get_absolute_url()

    chosen = ExpertFactory(most_open=1)
    questions.assign(asked, to=chosen, by=dirk)
    asked.refresh_from_db()
    assert (asked.expert, asked.due_on) == (chosen.user, date(2026, 6, 3))  # three working days


def test_what_lies_too_long_goes_to_the_next_and_then_to_the_organisers(eva: User) -> None:
    with time_machine.travel(FRIDAY, tick=False) as clock:
        first, second = ExpertFactory(skills=["Film"]), ExpertFactory(skills=["Film"])
        asked = ask(eva, "Film")
        assert asked.expert == first.user
        clock.move_to("2026-06-03 18:00+02:00")
        tasks.pass_on_questions()
        asked.refresh_from_db()
        assert asked.expert == first.user
        clock.move_to("2026-06-04 08:00+02:00")
        tasks.pass_on_questions()
        tasks.pass_on_questions()  # twice is once
        asked.refresh_from_db()
        assert asked.expert == second.user
        questions.pass_on(asked, reason="Geen tijd", by=second.user)
        asked.refresh_from_db()
        assert not Question.objects.exclude(expert=None, due_on=None).exists()
    assert list(asked.turns.order_by("pk").values_list("ending", flat=True)) == ["late", "passed"]


def test_from_question_to_thanks_to_article(client: Client, eva: User) -> None:
    expert = ExpertFactory(user__name="Thea", skills=["Film"])
    client.force_login(eva)
    client.post(
        at("question-create"),
        {"title": "Hoe snijd ik een film?", "language": "nl", "known": ["Film"]},
    )
    asked = Question.objects.get()
    where = asked.get_absolute_url()
    assert client.post(at("question-answer", asked.pk), {"answer": "x"}).status_code == 403

    client.force_login(expert.user)
    assert [one.url for one in waiting.for_person(expert.user, date(2026, 1, 1))] == [where]
    answer = "Met de app op de tablet.\n\n- Open de app.\n- Kies *Knippen*."
    client.post(at("question-answer", asked.pk), {"answer": answer})

    client.force_login(eva)
    assert [one.url for one in waiting.for_person(eva, date(2026, 1, 1))] == [where]
    assert "<em>Knippen</em>" in client.get(where).content.decode()
    assert waiting.for_person(eva, date(2026, 1, 1)) == []
    assert client.post(at("question-step", asked.pk, "article")).status_code == 403
    for _twice in range(2):
        client.post(at("question-step", asked.pk, "thank"))
    assert "1 time thanked" in client.get(at("expert-list")).content.decode()

    client.force_login(expert.user)
    made = client.post(at("question-step", asked.pk, "article"))
    article = Article.objects.get()
    assert made["Location"] == article.get_absolute_url()
    assert (article.summary, article.credit, article.state) == (
        "Met de app op de tablet.",
        expert.user,
        "draft",
    )
    assert client.get(article.get_absolute_url()).status_code == 200


def test_who_was_second_keeps_the_words(client: Client, dirk: User, eva: User) -> None:
    asked = ask(eva, "Film")
    client.force_login(dirk)
    questions.withdraw(asked, by=eva)

    answer = client.post(at("question-answer", asked.pk), {"answer": "Mijn lange antwoord."})

    assert answer.status_code == 409
    assert "Mijn lange antwoord." in answer.content.decode()
    assert Question.objects.get().answer == ""


def test_a_stranger_does_not_learn_that_a_question_exists(client: Client, eva: User) -> None:
    asked = QuestionFactory()
    client.force_login(eva)

    assert client.get(asked.get_absolute_url()).status_code == 404
    assert "view=all" not in client.get(at("question-list")).content.decode()
    for name in ("question-answer", "question-pass", "question-assign"):
        assert client.post(at(name, asked.pk)).status_code == 404


def expert_data(**changes: object) -> dict[str, object]:
    return {
        "others": "Film, portretrecht",
        "about": "Ik maak filmpjes.",
        "languages": ["nl"],
        "most_open": "2",
        "consent": "on",
        **changes,
    }


def test_nobody_is_an_expert_without_saying_so(client: Client, eva: User) -> None:
    client.force_login(eva)
    without = client.post(at("expert-profile"), {**expert_data(), "consent": ""})
    assert without.status_code == 200
    assert not Expert.objects.exists()

    client.post(at("expert-profile"), expert_data())
    assert sorted(Expert.objects.get().skills.values_list("name", flat=True)) == [
        "Film",
        "portretrecht",
    ]
    shown = client.get(at("expert-list"), {"q": "portret"}).content.decode()
    assert eva.name in shown
    assert (
        eva.name
        not in client.get(at("expert-list"), {"q": "excel"})
        .content.decode()
        .split("expert-rows")[1]
    )


def test_who_leaves_is_gone_at_once_and_open_questions_go_on(client: Client, eva: User) -> None:
    leaving = ExpertFactory(skills=["Film"])
    asked = ask(eva, "Film")
    other = ExpertFactory(skills=["Film"])
    client.force_login(leaving.user)

    client.post(at("expert-leave"))

    asked.refresh_from_db()
    assert asked.expert == other.user
    assert not Expert.objects.filter(user=leaving.user).exists()
    assert asked.turns.order_by("pk")[0].ending == "left"


def test_experts_stand_in_the_order_of_the_alphabet_page_by_page() -> None:
    for name in ("Bo", "An", "Cas"):
        ExpertFactory(user=UserFactory(name=name))
    first = keyset.by_name(experts.search(""), "user__name", size=2)
    second = keyset.by_name(experts.search(""), "user__name", after=first.next, size=2)

    assert [str(one) for one in (*first.rows, *second.rows)] == ["An", "Bo", "Cas"]
    assert second.next == ""
