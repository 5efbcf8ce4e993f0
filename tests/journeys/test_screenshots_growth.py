"""Pictures of growing for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from runtime.places import ROOT
from smportal.demo import channels, growth
from tests.factories.growth import confirms
from tests.factories.training import CertificateFactory, CourseFactory
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_training_growth import in_force
from training.models import TpackProfile

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"


def test_the_mandate_and_a_profile(product: Product, enter: Enter) -> None:
    version = in_force()
    course = CourseFactory(title="Veilig plaatsen", counts_for_mandate=True)
    channels.build()
    growth.build()
    confirms(person("eva"), version)
    CertificateFactory(user=person("eva"), course=course)
    page = enter("eva")
    profile = TpackProfile.objects.get().get_absolute_url()
    for name, path in (("mandate", "/training/mandate/"), ("tpack", profile)):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
