"""Pictures of reading and confirming for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from smportal.demo import reading
from tests.journeys import test_screenshots
from tests.journeys.conftest import Enter
from tests.journeys.product import Product

pytestmark = test_screenshots.pytestmark
FRAMED = {"width": 1360, "height": 960}


def test_the_end_of_the_text_on_a_phone(product: Product, enter: Enter) -> None:
    policy = reading.build()
    page: Page = enter(
        "eva",
        f"/governance/policies/{policy.slug}/confirm/",
        viewport=test_screenshots.PHONE,
        is_mobile=True,
        has_touch=True,
    )
    page.locator("#end").evaluate("end => end.scrollIntoView({ block: 'start' })")
    expect(page.locator("#end .btn-primary")).to_be_visible()
    test_screenshots.shoot(page, "reading-phone")


def test_progress_per_unit(product: Product, enter: Enter) -> None:
    policy = reading.build()
    page = enter("anja", f"/governance/policies/{policy.slug}/progress/", viewport=FRAMED)
    test_screenshots.shoot(page, "reading-progress")
