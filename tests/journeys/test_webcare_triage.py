"""Twenty messages to the right team by keyboard, with the focus never lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from webcare.models import Ticket

TEAMS = {"m": "comms", "p": "press", "x": "crisis"}
TWENTY = 20

COUNT_KEYS = """
window.keysPressed = 0;
document.addEventListener("keydown", () => { window.keysPressed += 1; }, true);
"""


def focus_is_lost(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement === document.body"))


def test_twenty_tickets_are_routed_with_two_keys_each(product: Product, enter: Enter) -> None:
    for number in range(TWENTY):
        product.say(
            f"@rocdewaterlanden waar vind ik het vakantierooster van klas {number}?",
            author=f"student{number}",
        )
    product.listen()
    page = enter("bas")
    expect(page.locator("[data-ticket]")).to_have_count(TWENTY)
    page.evaluate(COUNT_KEYS)
    wanted, lost = {}, 0

    for number in range(TWENTY):
        key = "mpx"[number % 3]
        page.keyboard.press("j")
        ticket = page.locator(".ticket-row.is-selected").get_attribute("data-ticket")
        assert ticket is not None
        wanted[int(ticket)] = TEAMS[key]
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        expect(page.locator(f"#row-{ticket}.is-gone")).to_be_visible()
        lost += focus_is_lost(page)

    assert dict(Ticket.objects.values_list("pk", "team__code")) == wanted
    assert page.evaluate("window.keysPressed") == 3 * TWENTY  # j, the team, Enter
    assert lost == 0


def test_a_ticket_moved_out_of_sight_can_be_taken_back(product: Product, enter: Enter) -> None:
    ticket = product.hear("@rocdewaterlanden waar vind ik het vakantierooster?")
    page = enter("bas")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    expect(page.locator(f"#row-{ticket.pk}.is-gone")).to_be_visible()

    page.keyboard.press("z")

    expect(page.locator(f"#row-{ticket.pk}:not(.is-gone)")).to_be_visible()
    assert Ticket.objects.get().team.code == "info"


def test_keys_typed_faster_than_the_server_answers_all_count(
    product: Product, enter: Enter
) -> None:
    for number in range(4):
        product.say(f"@rocdewaterlanden waar vind ik het vakantierooster van klas {number}?")
    product.listen()
    page = enter("bas")
    expect(page.locator("[data-ticket]")).to_have_count(4)

    for key in "mpmp":
        page.keyboard.press("j")
        page.keyboard.press(key)
        page.keyboard.press("Enter")

    expect(page.locator(".ticket-row.is-gone")).to_have_count(4)
    assert sorted(Ticket.objects.values_list("team__code", flat=True)) == [
        "comms", "comms", "press", "press",
    ]  # fmt: skip
