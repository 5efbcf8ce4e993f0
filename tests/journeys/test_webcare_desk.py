"""One agent at the desk: from a message that arrives to a ticket that is closed, by keyboard."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django import Settings

from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from webcare.models import Ticket

QUESTION = "@rocdewaterlanden waar vind ik het vakantierooster?"


def open_by_key(page: Page, ticket: Ticket) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-open-ticket='{ticket.pk}']")).to_be_visible()


def test_a_message_arrives_by_itself_within_two_seconds(product: Product, enter: Enter) -> None:
    page = enter("anna")
    expect(page.locator("[data-ticket]")).to_have_count(0)

    ticket = product.hear(QUESTION)
    stored = time.monotonic()

    expect(page.locator(f"#row-{ticket.pk}")).to_be_visible()
    # The page asks every two seconds; the rest is for drawing on a busy machine.
    assert time.monotonic() - stored < 3


def test_a_message_that_arrives_in_a_full_list_is_announced_and_moves_nothing(
    product: Product, enter: Enter
) -> None:
    first = product.hear(QUESTION)
    page = enter("anna")
    page.keyboard.press("j")

    second = product.hear("@rocdewaterlanden waar staat het rooster van Hoorn?", author="bram")
    news = page.locator("[data-news]")
    expect(news).to_be_visible()
    expect(page.locator(f"#open-{first.pk}")).to_be_focused()
    expect(page.locator("[data-announce]")).not_to_be_empty()

    news.click()
    expect(page.locator(f"#row-{second.pk}")).to_be_visible()
    expect(news).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_a_message_is_answered_and_closed_without_touching_the_mouse(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION, author="lotte")
    page = enter("anna")
    pane = page.locator("#ticket")

    open_by_key(page, ticket)
    page.keyboard.press("c")
    expect(pane.locator("form[action$='/do/release/']")).to_be_visible()
    page.keyboard.press("r")
    expect(page.locator("#reply_text")).to_be_focused()
    page.keyboard.type("Dag Lotte, je vindt het op onze site.")
    page.keyboard.press("Control+Enter")
    expect(pane.locator("[data-reply='queued']")).to_be_visible()

    product.deliver()
    expect(pane.locator("[data-reply='sent']")).to_be_visible()
    assert product.answers() == ["Dag Lotte, je vindt het op onze site."]

    page.keyboard.press("e")
    expect(page.locator("[data-close] input:checked")).to_be_focused()
    page.keyboard.press("Enter")
    expect(pane.locator("form[action$='/do/undo/']")).to_be_visible()
    assert Ticket.objects.get().state == Ticket.State.CLOSED
    page.keyboard.press("z")
    expect(pane.locator("form[action$='/do/release/']")).to_be_visible()
    assert Ticket.objects.get().state != Ticket.State.CLOSED

    page.goto(product.platform.url)
    expect(page.locator(".ours", has_text="Dag Lotte")).to_be_visible()


def test_an_answer_can_be_taken_back_before_it_goes_out(
    product: Product, enter: Enter, settings: Settings
) -> None:
    settings.UNDO_SECONDS = 60
    ticket = product.hear(QUESTION)
    page = enter("anna")
    open_by_key(page, ticket)
    page.keyboard.press("r")
    page.keyboard.type("Te snel geschreven")
    page.keyboard.press("Control+Enter")
    page.locator("form[action$='/withdraw/'] button").click()

    expect(page.locator("#reply_text")).to_have_value("Te snel geschreven")
    product.deliver()
    assert product.answers() == []


def test_keys_act_on_the_selected_ticket_also_when_another_is_open(
    product: Product, enter: Enter
) -> None:
    older = product.hear(QUESTION)
    newer = product.hear("@rocdewaterlanden waar staat het rooster van Hoorn?", author="bram")
    page = enter("anna")
    rows = page.locator("[data-ticket]")
    first, second = (int(rows.nth(place).get_attribute("data-ticket") or 0) for place in (0, 1))
    assert {first, second} == {older.pk, newer.pk}

    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-open-ticket='{first}']")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("c")

    expect(
        page.locator(f"[data-open-ticket='{second}'] form[action$='/do/release/']")
    ).to_be_visible()
    assert Ticket.objects.get(pk=first).owner is None
    expect(page.locator(f"#row-{second}.is-selected")).to_be_visible()


def test_what_somebody_writes_is_kept_when_the_page_is_left(product: Product, enter: Enter) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna", f"/tickets/{ticket.pk}/")
    page.locator("#reply_text").fill("Half een zin")
    expect(page.locator("#reply-preview blockquote")).to_have_text("Half een zin")

    page.reload()

    expect(page.locator("#reply_text")).to_have_value("Half een zin")


def test_what_is_typed_while_a_step_is_on_its_way_is_kept(product: Product, enter: Enter) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna")
    open_by_key(page, ticket)
    held: list[Route] = []
    page.route("**/do/claim/", lambda route: held.append(route))
    page.keyboard.press("c")
    page.keyboard.press("r")
    page.keyboard.type("Dag Lotte")

    held[0].continue_()

    expect(page.locator("form[action$='/do/release/']")).to_be_visible()
    expect(page.locator("#reply_text")).to_have_value("Dag Lotte")
    expect(page.locator("#reply_text")).to_be_focused()


def test_keys_do_nothing_for_who_switched_them_off(product: Product, enter: Enter) -> None:
    product.hear(QUESTION)
    page = enter("anna", "/people/me/")
    page.locator("[name=uses_shortcuts]").uncheck()
    page.locator("main form [type=submit]").first.click()
    page.goto("/inbox/")

    page.keyboard.press("j")

    expect(page.locator(".ticket-row")).to_be_visible()
    expect(page.locator(".ticket-row.is-selected")).to_have_count(0)
    expect(page.locator("kbd")).to_have_count(0)


@pytest.mark.parametrize("key", ["?", "/"])
def test_the_list_of_keys_and_the_search_are_one_key_away(
    product: Product, enter: Enter, key: str
) -> None:
    page = enter("anna")

    page.keyboard.press(key)

    shown = {"?": "#shortcuts[open]", "/": "input[type=search]:focus"}[key]
    expect(page.locator(shown)).to_be_visible()
