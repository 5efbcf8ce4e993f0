"""Holding a round: who may, and what the pages say."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import Group, Round, RoundInvitation
from people.models import Role, User
from tests.factories.people import UserFactory
from tests.factories.rounds import RoundFactory, closed_round
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db

SOME = {"leaders": [4, 4, 5, 5, 5], "teachers": [1, 2, 2, 1, 2]}


def address(name: str, *given: Any) -> str:
    return reverse(f"governance:{name}", args=given)


def form(held: Round | None = None, /, **changes: Any) -> dict[str, Any]:
    return {
        "seen": held.updated_at.isoformat() if held else "",
        "title": "Meting",
        "groups": ["leaders", "teachers"],
        "own-TOTAL_FORMS": 2,
        "own-INITIAL_FORMS": 0,
        **changes,
    }


@pytest.fixture
def manager(client: Client, dirk: User) -> Client:
    client.force_login(dirk)
    return client


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("round-list", ()),
        ("round-create", ()),
        ("round-detail", (0,)),
        ("round-edit", (0,)),
        ("round-poster", (0, "leaders")),
        ("round-report", (0,)),
        ("round-pdf", (0,)),
        ("round-csv", (0,)),
    ],
)
@pytest.mark.parametrize("role", [Role.TEACHER, Role.AGENT])
def test_only_those_who_govern_see_rounds(
    client: Client, role: Role, name: str, given: tuple[Any, ...]
) -> None:
    held = closed_round(SOME)
    client.force_login(UserFactory(roles=[role]))

    answer = client.get(address(name, *((held.pk, *given[1:]) if given else ())))

    assert answer.status_code == 403


@pytest.mark.parametrize("step", ["open", "close", "delete", "again"])
def test_only_those_who_govern_change_rounds(client: Client, eva: User, step: str) -> None:
    held = RoundFactory(is_open=step == "close")
    client.force_login(eva)

    assert client.post(address(f"round-{step}", held.pk)).status_code == 403
    before = held.state
    held.refresh_from_db()
    assert (held.state, Round.objects.count()) == (before, 1)


def test_an_empty_list_says_what_to_do(manager: Client) -> None:
    page = manager.get(address("round-list"))

    assert "Prepare the first round" in page.content.decode()
    assert_strict(page)


def test_a_manager_composes_a_round(manager: Client) -> None:
    own: dict[str, Any] = {
        "own-0-text": "Ik kijk elke dag in de app.",
        "own-0-block": "infrastructure",
        "own-0-groups": ["teachers"],
    }
    answer = manager.post(address("round-create"), form(optional_expertise=["expertise-10"], **own))

    held = Round.objects.get()
    assert answer["Location"] == held.get_absolute_url()
    assert held.items.filter(code="expertise-10", kind="optional").exists()
    assert held.items.get(kind="own").groups == ["teachers"]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"groups": []}, "groups", "This field is required."),
        ({"title": ""}, "title", "This field is required."),
        ({"closes_on": "2020-01-01"}, "closes_on", "This day is over"),
    ],
)
def test_a_mistake_is_told_beside_its_field(
    manager: Client, changes: dict[str, Any], field: str, message: str
) -> None:
    page = manager.post(address("round-create"), form(**changes)).content.decode()

    _, _, beside = page.partition(f'id="id_{field}_error"')
    assert message in beside[:1500]
    assert not Round.objects.exists()


def test_more_than_ten_minutes_is_refused(manager: Client) -> None:
    codes: dict[str, Any] = {
        f"optional_{block}": [f"{block}-{number:02}" for number in (7, 8, 9)]
        for block in ("vision", "leadership", "collaboration")
    }
    page = manager.post(address("round-create"), form(**codes))

    assert "at most 40 fit in ten minutes" in page.content.decode()


def test_an_own_question_needs_a_group_and_may_not_come_twice(manager: Client) -> None:
    alone: dict[str, Any] = {"own-0-text": "Zo."}
    page = manager.post(address("round-create"), form(**alone))
    assert "Choose at least one group." in page.content.decode()

    twice: dict[str, Any] = {
        f"own-{number}-{name}": value
        for number in (0, 1)
        for name, value in (("text", "Zo."), ("block", "vision"), ("groups", "teachers"))
    }
    page = manager.post(address("round-create"), form(**twice))
    assert "Two of your own questions are the same." in page.content.decode()


def test_the_second_writer_sees_what_the_first_saved(manager: Client, draft: Round) -> None:
    mine = form(draft, title="Van mij")
    manager.post(address("round-edit", draft.pk), form(draft, title="Van de ander"))

    page = manager.post(address("round-edit", draft.pk), mine)

    assert page.status_code == 409
    shown = page.content.decode()
    assert "Van de ander" in shown
    assert 'value="Van mij"' in shown
    again = {**mine, "seen": page.context["form"].data["seen"]}
    manager.post(address("round-edit", draft.pk), again)
    draft.refresh_from_db()
    assert draft.title == "Van mij"


def test_what_was_chosen_stands_in_the_form(manager: Client, draft: Round) -> None:
    page = manager.get(address("round-edit", draft.pk)).content.decode()

    assert 'value="expertise-11" class="form-check-input"' in page or "expertise-11" in page
    assert "Ik gebruik de mediatheek." in page


def test_an_open_round_shows_addresses_and_posters(manager: Client, opened: Round) -> None:
    page = manager.get(opened.get_absolute_url()).content.decode()

    for link in opened.links.all():
        assert f"http://testserver/governance/questionnaire/{link.token}/" in page
    poster = manager.get(address("round-poster", opened.pk, "students"))
    assert '<svg role="img"' in poster.content.decode()


def test_fewer_than_five_is_all_that_an_open_round_tells(manager: Client, opened: Round) -> None:
    assert "Fewer than five handed in." in manager.get(opened.get_absolute_url()).content.decode()


def test_codes_are_in_the_answer_and_nowhere_else(manager: Client, opened: Round) -> None:
    where = address("round-codes", opened.pk, "students")
    slips = manager.post(where, {"count": 3, "known": 0, "as": "slips"}).content.decode()
    assert slips.count('class="slip-code"') == 3

    again = manager.post(where, {"count": 3, "known": 0, "as": "slips"})
    assert again["Location"] == opened.get_absolute_url()
    assert RoundInvitation.objects.count() == 3

    file = manager.post(where, {"count": 2, "known": 3, "as": "csv"})
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Code;Address"
    assert lines[1].split(";")[1].endswith(f"#{lines[1].split(';')[0]}")


@pytest.mark.parametrize("count", ["", "0", "501", "x"])
def test_a_strange_number_of_codes_is_refused(manager: Client, opened: Round, count: str) -> None:
    manager.post(address("round-codes", opened.pk, "students"), {"count": count, "known": 0})

    assert not RoundInvitation.objects.exists()


def test_the_number_invited_is_kept(manager: Client, opened: Round) -> None:
    manager.post(address("round-invited", opened.pk, "students"), {"invited": 120})

    assert opened.links.get(group=Group.STUDENTS).invited == 120


def test_a_report_before_closing_is_refused(manager: Client, opened: Round) -> None:
    assert manager.get(address("round-report", opened.pk)).status_code == 403


def test_closing_leads_to_the_report(manager: Client, opened: Round) -> None:
    answer = manager.post(address("round-close", opened.pk))

    assert answer["Location"] == address("round-report", opened.pk)
    assert "No group has five forms" in manager.get(answer["Location"]).content.decode()


def test_a_next_round_is_one_click(manager: Client) -> None:
    held = closed_round(SOME)

    answer = manager.post(address("round-again", held.pk))

    again = Round.objects.order_by("-pk")[0]
    assert answer["Location"] == address("round-edit", again.pk)


def test_the_list_goes_on_behind_its_first_page(manager: Client) -> None:
    RoundFactory.create_batch(26)

    first = manager.get(address("round-list"))
    second = manager.get(address("round-list"), {"after": first.context["page"].next})

    assert len(first.context["page"].rounds) == 25
    assert [one.title for one in second.context["page"].rounds] == [
        Round.objects.order_by("pk")[0].title
    ]
    assert manager.get(address("round-list"), {"after": "x"}).status_code == 200


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_opens_in_both_languages(client: Client, language: str) -> None:
    client.force_login(UserFactory(roles=[Role.BOARD], language=language))
    held = closed_round(SOME, title="Meting")

    for name in ("round-detail", "round-report", "round-edit"):
        page = client.get(address(name, held.pk), follow=True)
        assert page.status_code == 200
        assert_strict(page)
