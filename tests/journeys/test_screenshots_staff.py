"""Pictures of staff and devices for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from people.domain.staff import imports
from runtime.places import ROOT
from smportal.demo import staff
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.people.staff.files import csv

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"
FILE = csv(
    "10237;Eva Jansen-Bos;eva@demo.example;School voor Toerisme;docent, trainer;",
    "20001;Noor de Wit;n.dewit@demo.example;HR;docent;",
    "20002;Sam Bakker;geen adres;HR;docent;",
    "10238;Thea Bakker;thea@demo.example;HR;;",
)


def test_a_file_and_the_devices(product: Product, enter: Enter) -> None:
    staff.build()
    one = imports.preview(FILE, filename="personeel-november.csv", by=person("admin"))
    page = enter("admin")
    paths = {
        "staff-import": f"{one.get_absolute_url()}?kind=changed",
        "devices": "/training/devices/",
    }
    for name, path in paths.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
