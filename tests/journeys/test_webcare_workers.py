"""The whole product with its own workers and beat: nothing is called by hand here."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.journeys import programs
from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from webcare.models import Ticket

# Workers need some seconds to start, and the beat rings every five.
PATIENCE = 45_000


def test_a_message_is_heard_answered_and_published_though_a_worker_is_killed(
    product: Product, enter: Enter, tmp_path: Path
) -> None:
    page = enter("anna")
    with programs.running(tmp_path, product.platform.url) as background:
        for number in range(3):
            product.say(f"@rocdewaterlanden rooster van klas {number}?", author=f"student{number}")
        expect(page.locator("[data-ticket]")).to_have_count(3, timeout=PATIENCE)

        for number in range(3):
            page.locator("[data-ticket] .row-link").nth(number).click()
            page.locator("form[action$='/do/claim/'] button").click()
            expect(page.locator("form[action$='/do/release/']")).to_be_visible()
            page.locator("#reply_text").fill(f"Antwoord {number}")
            page.locator("[data-composer] button").click()
            expect(page.locator("[data-reply]")).to_have_count(1)
            if number == 0:
                background.kill("worker-fast")
        background.start("worker-fast")

        expect(page.locator("[data-reply='sent']")).to_be_visible(timeout=PATIENCE)
        page.goto(product.platform.url)
        expect(page.locator(".ours", has_text="Antwoord")).to_have_count(3, timeout=PATIENCE)

    assert sorted(product.answers()) == ["Antwoord 0", "Antwoord 1", "Antwoord 2"]
    assert product.platform.duplicates() == {}
    assert Ticket.objects.count() == 3
