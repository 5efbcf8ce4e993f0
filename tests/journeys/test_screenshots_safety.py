"""Pictures of teams and safety for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from core.clock import now
from runtime.places import ROOT
from smportal.demo import safety, teams
from tests.factories.teams import (
    ApprovedGoalFactory,
    ChosenChannelFactory,
    FigureFactory,
    PercentageFactory,
)
from tests.journeys.conftest import Enter
from tests.journeys.product import Product

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"
GOALS = (
    ("Meer aanmeldingen door verhalen van studenten", "Noemt ons kanaal bij aanmelding", "6.5"),
    ("Docenten leren van elkaar", "Deelde dit jaar iets met collega’s", "12"),
)


def measured() -> None:
    """Two goals with a percentage that rose, and a channel."""
    day = localdate(now())
    for title, indicator, moved in GOALS:
        one = PercentageFactory(goal=ApprovedGoalFactory(title=title), name=indicator)
        FigureFactory(indicator=one, on_date=day - timedelta(days=400), value=Decimal(41))
        FigureFactory(indicator=one, on_date=day - timedelta(days=30), value=41 + Decimal(moved))
    ChosenChannelFactory(platform="Instagram", name="@rocdewaterlanden")


def test_costs_and_the_quadrant(product: Product, enter: Enter) -> None:
    measured()
    teams.build()
    safety.build()
    page = enter("marieke")
    for name, path in (("costs", "/governance/costs/"), ("quadrant", "/governance/tools/")):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
