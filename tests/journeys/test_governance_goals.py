"""From an empty institution, by the guided start, to an approved goal with its first figure."""

from __future__ import annotations

from decimal import Decimal

from playwright.sync_api import Page, expect

from governance.models import Goal, Indicator, Policy
from smportal.demo import goals as demo
from tests.journeys.axe import look
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

START = "/governance/vision/start/"
PHONE = {"width": 390, "height": 780}


def is_at(page: Page, step: str) -> None:
    expect(page.locator("[aria-current=step]")).to_have_attribute("id", step)


def test_from_nothing_to_an_approved_goal_with_its_first_figure(
    product: Product, enter: Enter
) -> None:
    marieke = enter("marieke", START)
    is_at(marieke, "strategy")
    marieke.locator("#strategy [name=title]").fill("Elke student haalt een diploma")
    marieke.locator("#strategy form button").click()
    is_at(marieke, "domain")
    marieke.locator("#domain .domain-card", has_text="Leren").click()
    is_at(marieke, "vision")
    expect(marieke.locator("#domain h3 + ul li")).to_have_count(4)
    marieke.locator("#vision form button").click()
    vision = Policy.objects.get(kind=Policy.Kind.VISION)
    expect(marieke).to_have_url(f"{product.url}/governance/policies/{vision.slug}/1/edit/")

    marieke.goto(START)  # who left comes back where they were
    is_at(marieke, "goals")
    marieke.locator("#goals .offer", has_text="Betere begeleiding op stage").locator(
        "button"
    ).click()
    is_at(marieke, "people")
    marieke.locator("#people th a").click()

    goal = Goal.objects.get()
    assert (goal.vision, goal.owner) == (vision, person("marieke"))
    choose_an_indicator(marieke)
    marieke.locator("[name=approver]").select_option(str(person("anja").pk))
    marieke.locator("form[action$='/submit/'] button").click()
    expect(marieke.locator("form[action$='/take-back/']")).to_be_visible()
    marieke.goto(START)
    expect(marieke.locator(".start-done")).to_be_visible()

    approve(enter)
    fill_in_a_figure(marieke, goal)


def choose_an_indicator(page: Page) -> None:
    """The library proposes what to measure; the target is the college's own."""
    page.locator(".empty .btn").click()
    expect(page.locator("[name=name]")).not_to_have_value("")
    page.locator("[name=baseline]").fill("10")
    page.locator("[name=target]").fill("60,5")
    page.locator("[name=target_date]").fill("2030-07-31")
    page.locator("main form .btn-primary").click()
    expect(page.locator("#submit")).to_be_visible()


def approve(enter: Enter) -> None:
    anja = enter("anja", "/governance/goals/")
    anja.locator(".notice a").click()
    anja.locator("[name=approves]").click()
    expect(anja.locator("#messages li")).to_be_visible()
    assert Goal.objects.get().state == Goal.State.APPROVED


def fill_in_a_figure(page: Page, goal: Goal) -> None:
    page.goto(goal.get_absolute_url())
    expect(page.locator(".is-late")).to_be_visible()
    page.locator("a[href$='/readings/new/']").click()
    page.locator("[name=value]").fill("35,25")
    page.locator("[name=source]").fill("Telling door de stagecoördinator")
    page.locator("main form .btn-primary").click()
    expect(page.locator(".standing")).to_contain_text("50% van de weg")
    assert Indicator.objects.get().readings.get().value == Decimal("35.25")


def test_a_goal_without_its_chain_hears_what_is_missing(product: Product, enter: Enter) -> None:
    page = enter("marieke", "/governance/goals/new/?domain=learning&title=Stageblog")
    page.locator("[name=activity]").fill("Studenten houden op stage een blog bij.")
    page.locator("main form .btn-primary").click()

    missing = page.locator(".notice-warn")
    expect(missing).to_contain_text("wat gebeurt er doordat jullie dit doen?")
    expect(missing).to_contain_text("wat levert het het college op?")
    expect(missing).to_contain_text("een indicator met een streefcijfer en een datum")
    expect(page.locator("#submit")).to_have_count(0)


def test_of_two_writers_the_second_keeps_their_words(product: Product, enter: Enter) -> None:
    demo.build()
    draft = Goal.objects.get(state=Goal.State.DRAFT)
    marieke = enter("marieke", f"/governance/goals/{draft.pk}/edit/")
    anja = enter("anja", f"/governance/goals/{draft.pk}/edit/")

    anja.locator("[name=effect]").fill("Van Anja.")
    anja.locator("main form .btn-primary").click()
    expect(anja.locator("#messages li")).to_be_visible()
    marieke.locator("[name=effect]").fill("Van Marieke.")
    marieke.locator("main form .btn-primary").click()

    expect(marieke.locator(".difference")).to_contain_text("Anja")
    expect(marieke.locator("[name=effect]")).to_have_value("Van Marieke.")


def test_lines_of_a_spreadsheet_are_checked_and_then_stored(product: Product, enter: Enter) -> None:
    demo.build()
    indicator = Indicator.objects.get(name__startswith="Studenten met een")
    page = enter("eva", f"/governance/indicators/{indicator.pk}/readings/import/")
    page.locator("[name=lines]").fill("01-09-2026; 41,5; Telling\neind september; 44; Telling")
    page.locator("main form .btn-primary").click()
    expect(page.locator(".is-late")).to_contain_text("eind september")

    page.locator("[name=stores]").click()

    expect(page.locator("[name=lines]")).to_have_value("eind september; 44; Telling")
    assert indicator.readings.filter(value=Decimal("41.5")).exists()


def test_everybody_can_use_the_pages(product: Product, enter: Enter) -> None:
    demo.build()
    draft = Goal.objects.get(state=Goal.State.DRAFT)
    stale = Indicator.objects.get(name__startswith="Studenten met een")
    paths = [
        START,
        f"{START}learning/",
        "/governance/strategy/",
        "/governance/strategy/new/",
        "/governance/goals/",
        "/governance/goals/new/",
        "/governance/goals/library/?domain=learning",
        "/governance/goals/library/answer_in_time/",
        draft.get_absolute_url(),
        stale.goal.get_absolute_url(),
        f"/governance/goals/{draft.pk}/edit/",
        f"/governance/goals/{draft.pk}/indicators/new/",
        stale.get_absolute_url(),
        f"/governance/indicators/{stale.pk}/readings/new/",
        f"/governance/indicators/{stale.pk}/readings/import/",
    ]
    page = enter("marieke", START)
    assert [fault for path in paths for fault in look(page, path)] == []

    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for path in paths:
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], path
