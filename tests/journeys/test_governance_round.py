"""A round of the questionnaire, from a draft to the report; two people answer on a phone."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from governance.domain.rounds import questions
from governance.models import Round, RoundLink, RoundResponse
from smportal.demo import rounds as earlier_rounds
from tests.journeys.axe import violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TITLE = "Vier in balans na de zomer"

# Most people answer at once, without a browser; their group sees it this way.
CROWD = {"teachers": 13, "students": 7, "support": 5, "trainers": 3}
VIEW = {"teachers": 2, "students": 3, "support": 4, "trainers": 1}


def by_itself(link: RoundLink, level: int, remark: str = "") -> None:
    """Somebody without a browser, through the same pages."""
    client, asked = Client(), questions.for_group(link.round.items.all(), link.group)
    client.post(reverse("governance:questionnaire", args=[link.token]))
    for number, (_, some) in enumerate(questions.steps(asked), start=1):
        address = reverse("governance:questionnaire-step", args=[link.token, number])
        client.post(address, {question.key: level for question in some})
    client.post(reverse("governance:questionnaire-finish", args=[link.token]), {"remark": remark})


def answer_page(page: Page, place: int) -> None:
    """Choose the same place on the scale everywhere, as a thumb does."""
    for group in page.locator(".question").all():
        group.locator("label").nth(place).click()
    page.locator(".turn .btn-primary").click()


def look(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    found = violations(page)
    page.emulate_media(color_scheme="light")
    return found


def compose(page: Page) -> Round:
    """A new round with the questions of the last one, in two clicks, with another title."""
    page.locator(".row-link").nth(1).click()
    page.get_by_role("link", name="Over deze meting").click()
    page.locator("form[action$='/again/'] button").click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("main form > .form-actions .btn-primary").click()
    page.locator("form[action$='/open/'] button").click()
    page.locator("#confirm [value=yes]").click()
    expect(page.locator("#invite")).to_be_visible()
    return Round.objects.get(title=TITLE)


def codes_for_leaders(page: Page) -> list[str]:
    box = page.locator("section[aria-labelledby=group-leaders]")
    box.locator("summary").click()
    box.locator("[name=count]").fill("8")
    box.locator("[value=slips]").click()
    expect(page.locator(".slips li")).to_have_count(8)
    return page.locator(".slip-code").all_inner_texts()


def leader_by_code(code: str, link: RoundLink, level: int) -> None:
    client = Client()
    client.post(reverse("governance:questionnaire", args=[link.token]), {"code": code})
    asked = questions.for_group(link.round.items.all(), link.group)
    for number, (_, some) in enumerate(questions.steps(asked), start=1):
        address = reverse("governance:questionnaire-step", args=[link.token, number])
        client.post(address, {question.key: level for question in some})
    client.post(reverse("governance:questionnaire-finish", args=[link.token]), {"remark": ""})


def test_thirty_people_answer_and_the_college_sees_where_they_differ(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    earlier_rounds.build()
    objections: list[str] = []
    marieke = enter("marieke", "/governance/rounds/")
    objections += look(marieke)
    held = compose(marieke)
    objections += look(marieke)
    links = {link.group: link for link in held.links.select_related("round")}

    codes = codes_for_leaders(marieke)
    objections += look(marieke)
    for code in codes[1:]:
        leader_by_code(code, links["leaders"], 5)
    for group, count in CROWD.items():
        for number in range(count):
            by_itself(links[group], VIEW[group], remark="Meer uren graag" if not number else "")

    objections += on_a_phone_by_code(window(**PHONE), codes[0])
    objections += on_two_devices(window, links["teachers"])
    assert RoundResponse.objects.filter(round=held, is_complete=True).count() == 37

    marieke.goto(held.get_absolute_url())
    marieke.locator("form[action$='/close/'] button").click()
    marieke.locator("#confirm [value=yes]").click()
    read_the_report(marieke)
    objections += look(marieke)
    assert objections == []


def on_a_phone_by_code(page: Page, code: str) -> list[str]:
    """A slip of paper: the code stands in the field, and is gone from the address."""
    page.goto(f"/governance/questionnaire/#{code}")
    expect(page.locator("[name=code]")).to_have_value(code)
    assert code not in page.url
    found = look(page)
    page.locator("main .btn-primary").click()
    page.locator("main .btn-primary").click()
    for _ in range(6):
        answer_page(page, 4)
    page.locator(".turn .btn-primary").click()
    expect(page.locator("h1")).to_have_text("Dank je wel")
    return found + look(page)


def on_two_devices(window: Callable[..., Page], link: RoundLink) -> list[str]:
    """Begun on a phone, stopped half-way, finished on another one with the personal address."""
    page = window(**PHONE)
    page.goto(reverse("governance:questionnaire", args=[link.token]))
    found = look(page)
    page.locator("main .btn-primary").click()
    page.locator(".turn .btn-primary").click()
    expect(page.locator(".notice-bad")).to_be_visible()
    found += look(page)
    answer_page(page, 1)
    page.locator(".question label").first.click()
    page.locator("[value=later]").click()
    page.locator("summary").click()
    found += look(page)
    personal = page.locator(".personal").inner_text()

    other = window(**PHONE)
    other.goto(personal)
    expect(other.locator("#continue_code")).to_have_value(personal.partition("#")[2])
    other.locator(".elsewhere .btn").click()
    expect(other.locator("[type=radio]:checked")).to_have_count(1)
    for _ in range(5):
        answer_page(other, 1)
    other.locator("[name=remark]").fill("Op een telefoon gaat dit prima.")
    found += look(other)
    other.locator(".turn .btn-primary").click()
    expect(other.locator("h1")).to_have_text("Dank je wel")
    page.reload()
    page.goto(reverse("governance:questionnaire-step", args=[link.token, 2]))
    expect(page.locator(".question")).to_have_count(0)
    return found


def read_the_report(page: Page) -> None:
    expect(page.locator("h1")).to_have_text(TITLE)
    who = page.locator("section[aria-labelledby=who]")
    expect(who.locator("tr", has_text="Leidinggevenden")).to_contain_text("100 %")
    expect(who.locator("tr", has_text="Praktijkopleiders")).to_contain_text("minder dan vijf")
    expect(page.locator("section[aria-labelledby=balance] figure")).to_have_count(2)
    expect(page.locator("section[aria-labelledby=talk] li").first).to_contain_text(
        "Leidinggevenden scoren 3,0 hoger dan docenten"
    )
    expect(page.locator("section[aria-labelledby=changes] tbody tr").first).to_be_visible()
    expect(page.locator("section[aria-labelledby=remarks]")).to_contain_text("telefoon")
    expect(page.locator("main")).not_to_contain_text("praktijkopleiders scoren")
    for address, begin in ((".pdf", b"%PDF"), (".csv", "\ufeff".encode())):
        with page.expect_download() as started:
            page.locator(f"a[href*='report{address}']").click()
        assert started.value.path().read_bytes().startswith(begin)
