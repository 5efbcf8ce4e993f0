"""Pictures of the knowledge base for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from runtime.places import ROOT
from smportal.demo import knowledge
from tests.journeys.conftest import Enter
from tests.journeys.product import Product

FOLDER = ROOT / "docs" / "screenshots"

pytestmark = pytest.mark.skipif(
    not os.environ.get("SMPORTAL_SCREENSHOTS"), reason="set SMPORTAL_SCREENSHOTS=1"
)


def test_pictures_for_the_docs(product: Product, enter: Enter) -> None:
    knowledge.build()
    ticket = product.hear("@rocdewaterlanden mag mijn foto zomaar op jullie pagina?")
    size = {"width": 1100, "height": 760}
    thea = enter("thea", "/training/knowledge/?q=geplaatste+foto", viewport=size)
    thea.screenshot(path=FOLDER / "knowledge.png")
    anna = enter("anna", ticket.get_absolute_url(), viewport=size)
    anna.locator("[data-articles] summary").click()
    anna.locator("#article-words").fill("geplaatste foto")
    hits = anna.locator(".article-hits > li")
    hits.first.wait_for()
    hits.first.scroll_into_view_if_needed()
    anna.screenshot(path=FOLDER / "knowledge-answer.png")
