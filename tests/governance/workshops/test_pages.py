from __future__ import annotations

import pytest
from django.test import Client

from governance.models import Workshop
from people.models import User
from tests.factories.workshops import (
    ParticipantFactory,
    ProposalFactory,
    StatementFactory,
    WorkshopFactory,
    voted,
)
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db
STEPS = ["lobby", "scene", "vote", "discuss", "propose", "prioritise", "top_five"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_has_a_screen_and_a_phone(
    client: Client, dirk: User, step: str, language: str
) -> None:
    dirk.language = language
    dirk.save()
    workshop = WorkshopFactory(step=step, facilitator=dirk)
    voted(StatementFactory(workshop=workshop), 1, 5, 5)
    ProposalFactory.create_batch(2, workshop=workshop)
    ProposalFactory(workshop=workshop, rank=1, owner=dirk)
    ProposalFactory(workshop=workshop, is_hidden=True)
    ParticipantFactory(workshop=workshop, key="mine")
    client.force_login(dirk)
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/run/"))
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/"))
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/replay/"))

    phone = Client(HTTP_COOKIE=f"workshop=mine; language={language}")
    page = phone.get(f"/governance/join/{workshop.code.lower()}/")

    assert page.status_code == 200
    assert_strict(page)


def test_the_empty_list_says_what_to_do(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    assert b"/governance/workshops/new/" in client.get("/governance/workshops/").content
    assert Workshop.objects.count() == 0


# --- who may come where ---------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["", "edit/", "run/", "replay/", "export.csv", "minutes.pdf"])
def test_a_teacher_leads_no_workshop_of_somebody_else(
    client: Client, eva: User, workshop: Workshop, page: str
) -> None:
    client.force_login(eva)

    assert client.get(f"/governance/workshops/{workshop.pk}/{page}").status_code == 403


def test_a_teacher_may_be_the_facilitator(client: Client, eva: User, workshop: Workshop) -> None:
    Workshop.objects.update(facilitator=eva)
    client.force_login(eva)

    assert client.get(f"/governance/workshops/{workshop.pk}/run/").status_code == 200
    assert workshop.title in client.get("/governance/workshops/").content.decode()
    assert client.get("/governance/workshops/new/").status_code == 403


def test_a_teacher_without_a_workshop_has_no_list(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert client.get("/governance/workshops/").status_code == 403


# --- preparing ------------------------------------------------------------------------------------


def frame(**changes: object) -> dict[str, object]:
    return {
        "title": "Vision", "domain": "learning", "scene_choice": "viral-video", "scene": "",
        "dots": 3, "chosen": ["communication-01"], "own": "Ours.\n\nAnd this.", **changes,
    }  # fmt: skip


def test_a_manager_prepares_a_workshop(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    answer = client.post("/governance/workshops/new/", frame())

    made = Workshop.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert made.scene.startswith("Monday, a quarter past ten")
    assert [one.text for one in made.statements.order_by("position")][1:] == ["Ours.", "And this."]


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        ({"scene_choice": "own"}, "Write a scene"),
        ({"own": "x" * 301}, "is too long"),
        ({"dots": 11}, "less than or equal to 10"),
    ],
)
def test_a_mistake_is_told_beside_its_field(
    client: Client, dirk: User, mistake: dict[str, object], words: str
) -> None:
    client.force_login(dirk)

    page = client.post("/governance/workshops/new/", frame(**mistake))

    assert words in page.content.decode()
    assert not Workshop.objects.exists()


def test_who_saves_second_is_shown_what_stands(client: Client, dirk: User) -> None:
    workshop = WorkshopFactory(facilitator=dirk, title="By Anna", revision=4)
    client.force_login(dirk)
    address = f"/governance/workshops/{workshop.pk}/edit/"

    page = client.post(address, {**frame(title="By Dirk", scene="Ours"), "seen": 3})

    assert page.status_code == 409
    assert "By Anna" in page.content.decode()
    client.post(address, {**frame(title="By Dirk", scene="Ours"), "seen": 4})
    workshop.refresh_from_db()
    assert workshop.title == "By Dirk"


def test_who_rewords_second_is_shown_the_other_words(client: Client, dirk: User) -> None:
    statement = StatementFactory(workshop__facilitator=dirk, text="By Anna")
    client.force_login(dirk)
    address = f"/governance/workshops/{statement.workshop_id}/statements/{statement.pk}/"

    page = client.post(address, {"text": "By Dirk", "seen": "Before"})

    assert page.status_code == 409
    assert "By Anna" in page.content.decode()


def test_the_list_goes_on_by_page(client: Client, dirk: User) -> None:
    WorkshopFactory.create_batch(31, facilitator=dirk)
    client.force_login(dirk)
    page = client.get("/governance/workshops/")
    last = page.context["next"]

    assert len(client.get(f"/governance/workshops/?after={last}").context["workshops"]) == 1


# --- leading --------------------------------------------------------------------------------------


def test_a_silent_vote_shows_how_many_voted_and_not_what(
    client: Client, dirk: User, workshop: Workshop
) -> None:
    voted(StatementFactory(workshop=workshop), 1, 5)
    client.force_login(dirk)

    page = client.get(f"/governance/workshops/{workshop.pk}/run/").content.decode()

    assert "<strong>2</strong> of 2 have voted" in page
    assert "fully disagree" not in page


def test_notes_of_two_people_stand_below_each_other(
    client: Client, dirk: User, workshop: Workshop
) -> None:
    statement = StatementFactory(workshop=workshop, notes="Anna: yes")
    client.force_login(dirk)

    client.post(
        f"/governance/workshops/{workshop.pk}/statements/{statement.pk}/notes/",
        {"seen": "", "text": "Dirk: no"},
    )

    statement.refresh_from_db()
    assert statement.notes == "Anna: yes\n\nDirk: no"


def test_the_script_is_in_the_language_of_the_facilitator(
    client: Client, dirk: User, workshop: Workshop
) -> None:
    client.force_login(dirk)
    page = client.get(f"/governance/workshops/{workshop.pk}/run/").content.decode()
    assert "doubting aloud steers somebody else" in page
