"""A workshop from an empty form to five goals with an owner: a facilitator, twenty phones."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from governance.models import Goal, ProposalVote, StatementVote, Workshop
from people.domain.colleagues import written
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.phones import Phone, all_at_once
from tests.journeys.product import Product, person
from tests.journeys.watch import Watch

PHONE = {
    "viewport": {"width": 390, "height": 780},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
OTHERS = 18
LOST_CONNECTION = ("ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")
GOALS = (
    "Elke vraag op Instagram krijgt binnen een dag antwoord",
    "Studenten beheren elke maand een week ons account",
    "Elke docent kent de afspraken over privéaccounts",
    "We sluiten de kanalen waar niemand komt",
    "Elke opleiding laat een les zien",
    "Er is een crisisteam dat oefent",
)


def prepare(page: Page) -> Workshop:
    page.locator("[name=title]").fill("Visie op communicatie")
    page.locator("[name=domain]").select_option("communication")
    for number in range(4):
        page.locator("[name=chosen]").nth(number).check()
    page.locator("[name=own]").fill("Elke student mag namens de school posten.")
    page.locator("main form .btn-primary").click()
    expect(page.locator(".numbered > li")).to_have_count(5)
    return Workshop.objects.get()


def enter_room(phone: Page, code: str) -> None:
    phone.goto("/governance/join/")
    phone.locator("[name=code]").fill(code.lower())
    phone.locator("main .btn-primary").click()
    phone.locator("form[action$='/enter/'] button").click()
    expect(phone.locator(".room-wait")).to_be_visible()


def lose_and_find_the_connection(phone: Page, watch: Watch) -> None:
    """A vote that cannot be sent says so; what was voted before still stands afterwards."""
    phone.context.set_offline(True)
    expect(phone.locator("[data-offline]")).to_be_visible()
    phone.locator(".question").nth(1).locator("button").nth(0).click()
    expect(phone.locator("#messages .message-error")).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.locator("[data-offline]")).to_be_hidden()
    phone.reload()
    # That the browser writes down what it could not fetch, is what was asked for.
    watch.objections[:] = [
        one for one in watch.objections if not any(words in one for words in LOST_CONNECTION)
    ]
    expect(phone.locator(".question").nth(0).locator("[aria-pressed=true]")).to_have_count(1)
    expect(phone.locator(".question").nth(1).locator("[aria-pressed=true]")).to_have_count(0)


def vote_on_all(phone: Page, value: int) -> None:
    questions = phone.locator(".question")
    for number in range(questions.count()):
        button = questions.nth(number).locator("button").nth(value - 1)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")


def test_a_room_of_twenty_comes_to_five_goals_with_an_owner(
    product: Product, enter: Enter, window: Callable[..., Page], watch: Watch
) -> None:
    screen = enter("marieke", "/governance/workshops/")
    seen = axe.violations(screen)
    screen.locator(".page-actions a, .empty a").first.click()
    seen += axe.violations(screen)
    workshop = prepare(screen)
    seen += axe.violations(screen)
    screen.locator(".page-actions .btn-primary").click()
    expect(screen.locator(".stage-screen .code-big")).to_have_text(workshop.code)
    seen += axe.violations(screen)

    eva, sem = window(**PHONE), window(**PHONE)
    enter_room(eva, workshop.code)
    enter_room(sem, workshop.code)
    seen += axe.look(window(**PHONE), "/governance/join/")
    seen += axe.look(window(**PHONE), f"/governance/join/{workshop.code}/")
    seen += axe.violations(eva)
    others = [Phone(product.url, workshop.code) for _ in range(OTHERS)]
    all_at_once(others, lambda _, phone: phone.come_in())
    expect(screen.locator("#phones strong")).to_have_text("20")

    screen.keyboard.press("n")
    expect(screen.locator(".stage-scene")).to_be_visible()
    expect(eva.locator(".room-scene")).to_be_visible()
    seen += [*axe.violations(screen), *axe.violations(eva)]

    screen.keyboard.press("n")
    expect(eva.locator(".question")).to_have_count(5)
    vote_on_all(eva, 5)
    sem.locator(".question").nth(0).locator("button").nth(0).click()
    expect(sem.locator("[aria-pressed=true]")).to_have_count(1)
    lose_and_find_the_connection(sem, watch)
    seen += axe.violations(eva)
    vote_on_all(sem, 1)
    all_at_once(others, lambda who, phone: phone.vote(lambda place: (who * (place + 1)) % 5 + 1))
    expect(screen.locator("#done strong")).to_have_text("20")
    assert StatementVote.objects.count() == 20 * 5
    seen += axe.violations(screen)

    screen.keyboard.press("n")
    expect(screen.locator(".stage-notes textarea")).to_be_visible()
    expect(eva.locator(".room-wait")).to_be_visible()
    seen += [*axe.violations(screen), *axe.violations(eva)]
    screen.locator(".stage-notes textarea").fill("Studenten willen een antwoord waar zij vroegen.")
    screen.locator(".stage-notes button").click()
    screen.keyboard.press("ArrowRight")
    expect(screen.locator(".strip-place")).to_have_text("2 / 5")
    expect(screen.locator(".stage-notes textarea")).to_have_value("")
    screen.keyboard.press("ArrowLeft")
    expect(screen.locator(".stage-notes textarea")).to_have_value(
        "Studenten willen een antwoord waar zij vroegen."
    )

    screen.keyboard.press("n")
    expect(eva.locator("#proposal")).to_be_visible()
    eva.locator("#proposal").fill(GOALS[0])
    eva.locator("form[action$='/propose/'] button").click()
    expect(eva.locator("#own ~ ul li")).to_have_count(1)
    seen += axe.violations(eva)
    all_at_once(others[:6], lambda who, phone: phone.propose(GOALS[(who + 1) % 6]))
    expect(screen.locator(".proposals > li")).to_have_count(7)
    seen += axe.violations(screen)
    double = screen.locator(".proposals > li", has_text=GOALS[0]).nth(1)
    double.locator("summary").click()
    double.locator("select").select_option(label=GOALS[0][:69])
    double.locator("form[action$='/merge/'] button").click()
    expect(screen.locator(".proposals > li")).to_have_count(6)

    screen.keyboard.press("n")
    expect(eva.locator(".choice")).to_have_count(6)
    for number in range(3):
        eva.locator(".choice").nth(number).click()
        expect(eva.locator(".choice").nth(number)).to_have_attribute("aria-pressed", "true")
    expect(eva.locator(".choice:disabled")).to_have_count(3)
    all_at_once(others, lambda who, phone: phone.choose(0, who % 4 + 1, (who + 1) % 4 + 1))
    for phone in others:
        phone.leave()
    expect(screen.locator("#done strong")).to_have_text(str(19 * 3))
    assert ProposalVote.objects.count() == 19 * 3
    seen += [*axe.violations(screen), *axe.violations(eva)]

    screen.keyboard.press("n")
    expect(screen.locator(".five > li")).to_have_count(5)
    expect(eva.locator(".room-five li")).to_have_count(5)
    for number, slug in enumerate(("marieke", "chris", "eva", "bas", "carla")):
        choice = screen.locator(".owner-form [name=owner]").nth(number)
        choice.fill(person(slug).email)
        choice.press("Tab")
        expect(choice).to_have_value(written(person(slug)))
    seen += [*axe.violations(screen), *axe.violations(eva)]
    screen.locator("form[action$='/goals/'] button").click()
    expect(screen.locator(".stage-goals .stage-count")).to_be_visible()
    assert set(Goal.objects.values_list("state", flat=True)) == {"draft"}
    assert Goal.objects.exclude(owner=None).count() == 5

    screen.locator("form[action$='/close/'] button").first.click()
    screen.locator("#confirm [value=yes]").click()
    expect(screen.locator("#five ~ *, .numbered > li")).not_to_have_count(0)
    expect(eva.locator(".room-wait")).to_be_visible()
    seen += [*axe.violations(screen), *axe.violations(eva)]
    assert not workshop.participants.exclude(key_digest=None).exists()

    screen.locator("a[href$='/replay/']").click()
    seen += axe.violations(screen)
    screen.locator(".chapters a").nth(3).click()
    expect(screen.locator(".figure-box")).to_be_visible()
    seen += axe.violations(screen)
    assert seen == []
