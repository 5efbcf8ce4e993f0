"""The questionnaire as somebody without an account meets it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain.rounds import inviting, life, questions
from governance.models import Round, RoundInvitation, RoundLink, RoundResponse
from people.models import User
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db


def address(name: str, link: RoundLink, *more: object) -> str:
    return reverse(f"governance:questionnaire{name}", args=[link.token, *more])


def pages(link: RoundLink) -> list[list[str]]:
    asked = questions.for_group(link.round.items.all(), link.group)
    return [[question.key for question in some] for _, some in questions.steps(asked)]


def fill_in(client: Client, link: RoundLink, level: int = 4, remark: str = "") -> None:
    client.post(address("", link))
    for number, keys in enumerate(pages(link), start=1):
        client.post(address("-step", link, number), dict.fromkeys(keys, level))
    client.post(address("-finish", link), {"remark": remark})


def test_a_wrong_address_is_not_there(client: Client, link: RoundLink) -> None:
    assert client.get("/governance/questionnaire/nothing/").status_code == 404
    assert client.post("/governance/questionnaire/nothing/1/").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("nl", "Zonder je naam."), ("en", "Without your")])
def test_the_first_page_says_what_and_how_long_in_both_languages(
    client: Client, link: RoundLink, language: str, words: str
) -> None:
    client.cookies["language"] = language

    page = client.get(address("", link))

    assert words in page.content.decode()
    assert "Wij willen het weten." in page.content.decode()
    assert_strict(page)


def test_looking_makes_no_form(client: Client, link: RoundLink) -> None:
    client.get(address("", link))

    assert not RoundResponse.objects.exists()


def test_a_form_is_filled_in_from_begin_to_end(client: Client, link: RoundLink) -> None:
    fill_in(client, link, remark="Meer tijd.")

    form = RoundResponse.objects.get()
    assert form.is_complete
    assert set(form.answers.values()) == {4}
    assert form.remark == "Meer tijd."
    assert "Dank je wel" in client.get(address("", link)).content.decode()


def test_each_question_has_its_levels_as_sentences(client: Client, link: RoundLink) -> None:
    client.cookies["language"] = "en"
    client.post(address("", link))

    page = client.get(address("-step", link, 1)).content.decode()

    keys = pages(link)[0]
    assert page.count('type="radio"') == 6 * len(keys)
    assert "Step 1 of 6" in page
    assert "I do not know, or it does not apply to me." in page


def test_an_incomplete_page_keeps_what_was_chosen_and_says_what_is_left(
    client: Client, link: RoundLink
) -> None:
    client.cookies["language"] = "en"
    client.post(address("", link))
    first = pages(link)[0][0]

    page = client.post(address("-step", link, 1), {first: 2})

    assert "What you chose is kept." in page.content.decode()
    assert RoundResponse.objects.get().answers == {first: 2}


def test_back_and_later_keep_an_incomplete_page(client: Client, link: RoundLink) -> None:
    client.post(address("", link))
    key = pages(link)[1][0]

    back = client.post(address("-step", link, 2), {key: 3, "go": "back"})
    later = client.post(address("-step", link, 2), {key: 5, "go": "later"})

    assert back["Location"] == address("-step", link, 1)
    assert later["Location"] == address("-later", link)
    assert RoundResponse.objects.get().answers == {key: 5}


def test_somebody_goes_on_with_another_device(client: Client, link: RoundLink) -> None:
    client.post(address("", link))
    client.post(address("-step", link, 1), dict.fromkeys(pages(link)[0], 5))
    key = client.get(address("-later", link)).context["key"]
    phone = Client()

    answer = phone.post(address("-continue", link), {"code": key})

    assert answer["Location"] == address("-step", link, 2)
    shown = phone.get(address("-step", link, 1)).content.decode()
    assert shown.count("checked") == len(pages(link)[0])


def test_a_form_that_was_handed_in_elsewhere_says_so_here(client: Client, link: RoundLink) -> None:
    client.cookies["language"] = "en"
    client.post(address("", link))
    phone = Client()
    phone.cookies["questionnaire"] = client.cookies["questionnaire"].value
    for number, keys in enumerate(pages(link), start=1):
        phone.post(address("-step", link, number), dict.fromkeys(keys, 4))
    phone.post(address("-finish", link), {"remark": ""})

    page = client.get(address("-step", link, 1), follow=True).content.decode()

    assert "handed in on another device" in page
    client.post(address("-another", link))
    assert "Begin" in client.get(address("", link)).content.decode()


def test_a_wrong_code_to_go_on_is_told(client: Client, link: RoundLink) -> None:
    client.cookies["language"] = "en"

    page = client.post(address("-continue", link), {"code": "ABCD"})

    assert "No unfinished form belongs to this code." in page.content.decode()


def test_handing_in_too_early_leads_to_what_is_left(client: Client, link: RoundLink) -> None:
    client.post(address("", link))
    client.post(address("-step", link, 1), dict.fromkeys(pages(link)[0], 5))

    answer = client.post(address("-finish", link), {"remark": ""})

    assert answer["Location"] == address("-step", link, 2)
    assert not RoundResponse.objects.get().is_complete


@pytest.mark.parametrize("name", ["-finish", "-later"])
def test_without_a_form_every_page_leads_to_the_first(
    client: Client, link: RoundLink, name: str
) -> None:
    assert client.get(address(name, link))["Location"] == address("", link)
    assert client.get(address("-step", link, 1))["Location"] == address("", link)


def test_a_second_time_on_one_device_is_discouraged_but_somebody_else_may(
    client: Client, link: RoundLink
) -> None:
    client.cookies["language"] = "en"
    fill_in(client, link)

    page = client.get(address("", link)).content.decode()
    assert "Begin" not in page
    client.post(address("-another", link))
    assert "Begin" in client.get(address("", link)).content.decode()


def test_a_closed_round_says_so(client: Client, link: RoundLink, dirk: User) -> None:
    client.cookies["language"] = "en"
    client.post(address("", link))
    life.close(link.round, by=dirk)

    for answer in (
        client.get(address("", link)),
        client.post(address("", link)),
        client.get(address("-step", link, 1), follow=True),
        client.post(address("-step", link, 1), {}, follow=True),
        client.post(address("-finish", link), {}, follow=True),
    ):
        assert "takes no answers any more" in answer.content.decode()
    assert not RoundResponse.objects.exists()


def test_a_code_opens_one_form(client: Client, link: RoundLink, dirk: User) -> None:
    client.cookies["language"] = "en"
    [code] = inviting.make_codes(link.round, link.group, 1, known=0, by=dirk)
    entrance = reverse("governance:questionnaire-code")

    welcome = client.post(entrance, {"code": code.lower()})
    assert f'name="code" value="{code}"' in welcome.content.decode()
    client.post(address("", link), {"code": code})

    assert RoundInvitation.objects.get().is_used
    assert RoundResponse.objects.count() == 1
    again = Client().post(entrance, {"code": code})
    assert "field-error" in again.content.decode()


def test_without_a_code_a_group_with_codes_stays_out(
    client: Client, link: RoundLink, dirk: User
) -> None:
    client.cookies["language"] = "en"
    inviting.make_codes(link.round, link.group, 1, known=0, by=dirk)

    page = client.post(address("", link), {"code": "ABCD-EFGH-JKMN"}).content.decode()

    assert "This code is not right" in page
    assert not RoundResponse.objects.exists()


def test_a_colleague_who_is_signed_in_answers_like_anybody(
    client: Client, link: RoundLink, eva: User
) -> None:
    client.force_login(eva)

    fill_in(client, link)

    assert RoundResponse.objects.get().is_complete


def test_a_strange_page_number_leads_to_the_end(client: Client, link: RoundLink) -> None:
    client.post(address("", link))

    assert client.get(address("-step", link, 99))["Location"] == address("-finish", link)


def test_a_level_that_does_not_exist_is_not_kept(client: Client, link: RoundLink) -> None:
    client.post(address("", link))
    first, second, *_ = pages(link)[0]

    client.post(address("-step", link, 1), {first: 9, second: "x", "999": 3})

    assert RoundResponse.objects.get().answers == {}


def test_thirty_people_answer_and_the_report_counts_them(
    opened: Round, link: RoundLink, dirk: User
) -> None:
    for number in range(30):
        fill_in(Client(), link, level=number % 5 + 1)
    life.close(opened, by=dirk)
    client = Client()
    client.force_login(dirk)

    report = client.get(reverse("governance:round-report", args=[opened.pk])).context["report"]

    assert report.seen.forms == {"students": 30}
    assert {cell.counts for cell in report.seen.cells.values()} == {(6, 6, 6, 6, 6)}


def test_another_language_keeps_what_was_just_chosen(client: Client, link: RoundLink) -> None:
    client.post(address("", link))
    first = pages(link)[0][0]

    answer = client.post(address("-step", link, 1), {first: 4, "go": "en"}, follow=True)

    assert answer.redirect_chain == [(address("-step", link, 1), 302)]
    assert RoundResponse.objects.get().answers[first.removeprefix("q")] == 4
    assert "Save and go on" in answer.content.decode()


@pytest.mark.parametrize("where", ["en", "back"])
def test_leaving_the_last_page_keeps_the_remark(
    client: Client, link: RoundLink, where: str
) -> None:
    client.post(address("", link))

    client.post(address("-finish", link), {"remark": "Meer tijd.", "go": where})

    assert "Meer tijd." in client.get(address("-finish", link)).content.decode()
    assert not RoundResponse.objects.get().is_complete
