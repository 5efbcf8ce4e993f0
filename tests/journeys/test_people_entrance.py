"""Signing in, one's own language and colours, absence, and small screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from smportal.demo import college
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

QUESTION = "@rocdewaterlanden waar vind ik het vakantierooster?"
PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("#sign-in [type=submit]").click()


def scrolls_sideways(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def test_an_agent_signs_in_and_lands_in_the_inbox(
    product: Product, window: Callable[..., Page]
) -> None:
    page = window()

    sign_in(page, "anna@demo.example", college.PASSWORD)

    expect(page.locator("[data-inbox]")).to_be_visible()


def test_a_wrong_password_says_so_and_lets_nobody_in(
    product: Product, window: Callable[..., Page]
) -> None:
    page = window()

    sign_in(page, "anna@demo.example", "not-her-password")

    expect(page.locator("[role=alert]")).to_be_visible()
    page.goto("/inbox/")
    expect(page.locator("#sign-in")).to_be_visible()


def test_a_click_on_an_account_of_the_demo_fills_it_in(
    product: Product, window: Callable[..., Page]
) -> None:
    page = window()
    page.goto("/")

    page.locator("[data-email='marieke@demo.example']").click()
    page.keyboard.press("Enter")

    expect(page.locator(".person-name")).to_contain_text("Marieke")


def test_the_language_changes_the_whole_page_and_stays(product: Product, enter: Enter) -> None:
    page = enter("anna")
    expect(page.locator("html")).to_have_attribute("lang", "nl")

    page.locator("details.person summary").click()
    page.locator("details.person button[name=language][value=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Inbox")

    page.goto("/people/me/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert person("anna").language == "en"


def test_dark_colours_stay_when_the_page_is_loaded_again(product: Product, enter: Enter) -> None:
    page = enter("anna", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.locator("details.person summary").click()
    page.locator("details.person [data-theme-choice=dark]").click()
    page.reload()

    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_a_substitute_gets_the_queue_of_who_is_away(product: Product, enter: Enter) -> None:
    ticket = product.hear(QUESTION)
    carla = enter("carla")
    expect(carla.locator(f"#row-{ticket.pk}")).to_have_count(0)

    anna = enter("anna", "/people/absence/new/")
    today = localdate().isoformat()
    anna.locator("[name=from_date]").fill(today)
    anna.locator("[name=until_date]").fill(today)
    anna.locator("[name=substitute]").fill(person("carla").email)
    anna.locator("#absence [type=submit]").first.click()
    expect(anna.locator("main table")).to_contain_text("Carla")

    carla.reload()
    expect(carla.locator(f"#row-{ticket.pk}")).to_be_visible()


def test_on_a_phone_one_goes_from_the_list_to_a_ticket_and_back(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna", viewport=PHONE, has_touch=True, is_mobile=True)
    assert not scrolls_sideways(page)

    page.locator(f"#open-{ticket.pk}").tap()
    expect(page.locator("[data-open-ticket]")).to_be_in_viewport()
    expect(page.locator("#list")).not_to_be_in_viewport()
    assert not scrolls_sideways(page)

    page.go_back()
    expect(page.locator(f"#open-{ticket.pk}")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path",
    [
        "/inbox/",
        "/governance/policies/webcare/",
        "/monitoring/",
        "/monitoring/sources/",
        "/monitoring/terms/",
        "/people/me/",
    ],
)
def test_nothing_scrolls_sideways_at_320_pixels(product: Product, enter: Enter, path: str) -> None:
    product.hear(QUESTION)

    page = enter("marieke", path, viewport=NARROWEST)

    assert not scrolls_sideways(page)
