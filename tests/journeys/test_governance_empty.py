"""An installation with one administrator and nothing else: where to begin, on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from people.models import Institution, Role
from tests.factories.people import UserFactory
from tests.journeys.axe import violations

WIDER_THAN_ITS_SCREEN = (
    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
)


@pytest.fixture
def alone(browser: Browser, transactional_db: None, live_server: LiveServer) -> Iterator[Page]:
    """The first administrator, signed in on a phone."""
    Institution.objects.create(singleton=True, name="Nieuw College")
    admin = UserFactory(name="Baas", roles=[Role.ADMINISTRATOR], is_staff=True, language="nl")
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(admin)
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, locale="nl-NL"
    )
    context.set_default_timeout(20_000)
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    context.add_cookies([cookie])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


def fits(page: Page) -> bool:
    return not page.evaluate(WIDER_THAN_ITS_SCREEN)


def test_from_nothing_to_a_vision_that_waits_for_a_second_person(alone: Page) -> None:
    alone.goto("/")
    alone.get_by_role("link", name="Begin met de visie").click()
    alone.locator("[name=title]").fill("Elke student haalt een diploma dat werk geeft")
    alone.get_by_role("button", name="Toevoegen").click()
    alone.goto("/governance/vision/start/communication/")
    alone.get_by_role("button", name="Begin met het sjabloon").click()

    expect(alone.locator("h1")).to_contain_text("Visie")
    address = alone.url.removesuffix("edit/")
    alone.goto(address)
    expect(alone.locator(".notice", has_text="Nog niemand kan hierover beslissen")).to_be_visible()
    expect(alone.get_by_role("link", name="Geef een collega die rol")).to_be_visible()
    assert fits(alone)
    assert violations(alone) == []


def test_a_questionnaire_in_another_language_keeps_what_was_ticked(alone: Page) -> None:
    alone.goto("/governance/rounds/new/")
    alone.locator("[name=title]").fill("Eerste meting")
    alone.get_by_label("studenten", exact=True).first.check()
    alone.locator("main form .btn-primary").click()
    alone.get_by_role("button", name="Meting openen").click()
    if alone.locator("#confirm").is_visible():
        alone.locator("#confirm [value=yes]").click()
    address = alone.get_by_label("Adres van deze groep").input_value()
    alone.goto(address)
    alone.locator("main form button").first.click()
    first = alone.locator("fieldset input[type=radio]").nth(3)
    first.check()

    alone.locator("[name=go][value=en]").click()

    expect(alone.get_by_role("button", name="Save and go on")).to_be_visible()
    expect(alone.locator("fieldset input[type=radio]").nth(3)).to_be_checked()
    assert fits(alone)
    assert violations(alone) == []
