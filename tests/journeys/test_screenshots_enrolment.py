"""Pictures of courses and places for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from runtime.places import ROOT
from smportal.demo import courses
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.domain import enrolment
from training.models import Offering

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"


def test_the_catalogue_an_offering_and_my_training(product: Product, enter: Enter) -> None:
    courses.build()
    full = Offering.objects.filter(course__slug="instapcursus").earliest("starts_at")
    enrolment.ask(Offering.objects.get(course__slug="kennissessie"), person("chris"))
    enrolment.leave(full.enrolments.get(user=person("anna")))
    enrolment.ask(full, person("eva"))
    for name, who, path in (
        ("courses", "eva", "/training/courses/"),
        ("offering", "thea", full.get_absolute_url()),
        ("my-training", "chris", "/training/mine/"),
    ):
        page = enter(who, path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
