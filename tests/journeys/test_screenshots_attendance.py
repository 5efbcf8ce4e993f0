"""Pictures of attendance and experiences for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from runtime.places import ROOT
from smportal.demo import attendance
from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from training.models import Session

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"


def test_the_door_and_the_log(product: Product, enter: Enter) -> None:
    attendance.build()
    screen = f"/training/sessions/{Session.objects.latest('starts_at').pk}/screen/"
    page = enter("thea")
    for name, path in (("check-in", screen), ("experiences", "/training/experiences/")):
        page.goto(path)
        page.wait_for_load_state("load")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
