"""A core group gets a mandate and a promise, a member writes down hours, costs stand there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from playwright.sync_api import expect

from governance.models import HoursSpent, TeamMandate
from people.models import Team
from smportal.demo import teams
from tests.factories.teams import (
    ApprovedGoalFactory,
    ChosenChannelFactory,
    FigureFactory,
    PercentageFactory,
)
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

PHONE = {"width": 390, "height": 844}


def measured() -> None:
    """A goal with a percentage that rose, and a channel."""
    one = PercentageFactory(goal=ApprovedGoalFactory(title="Meer aanmeldingen"), name="Aandeel")
    FigureFactory(indicator=one, on_date=date(2025, 1, 1), value=Decimal(41))
    ChosenChannelFactory(platform="Instagram", name="@rocdewaterlanden")


def test_a_core_group_is_made_and_writes_down_its_hours(product: Product, enter: Enter) -> None:
    marieke = enter("marieke", "/governance/team/new/")
    marieke.locator("[name=name]").fill("Kerngroep")
    marieke.locator("[name=kind]").select_option("core_group")
    marieke.locator("[name=leader]").fill(person("thea").email)
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator(".notice-warn li")).to_have_count(2)
    marieke.locator("a[href$='/mandate/']").click()
    marieke.locator("[name=hours_per_week]").fill("8")
    marieke.locator("main form .btn-primary").click()
    marieke.locator("[name=commitment]").fill("Staat in het rooster.")
    marieke.locator("form[action$='/promise/'] button").click()
    expect(marieke.locator("blockquote")).to_contain_text("Staat in het rooster.")
    expect(marieke.locator(".notice-warn")).to_have_count(0)
    assert TeamMandate.objects.get().committed_by == person("marieke")

    thea = enter("thea", "/governance/hours/", viewport=PHONE, is_mobile=True, has_touch=True)
    thea.locator("[name=hours]").fill("1,5")
    thea.locator("main form .btn-primary").tap()
    expect(thea.locator(".rows li")).to_contain_text("1,5 uur")
    assert HoursSpent.objects.get().team == Team.objects.get(code="kerngroep")
    assert thea.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_every_page_about_teams_is_for_everybody(product: Product, enter: Enter) -> None:
    measured()
    teams.build()
    teams.build()  # twice is once
    marieke = enter("marieke")
    paths = ["teams/", "teams/kerngroep/", "teams/kerngroep/mandate/", "teams/kerngroep/edit/"]
    paths += ["teams/kerngroep/hours/", "team/new/", "costs/", "costs/new/"]
    found = [one for path in paths for one in axe.look(marieke, f"/governance/{path}")]

    found += axe.look(enter("thea"), "/governance/hours/")
    assert found == []
    assert Team.objects.filter(code__in=["kerngroep", "denktank"]).count() == 2
