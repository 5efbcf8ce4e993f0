"""A clause gets a setting and a rule another team; who decides reads what changes, and it does."""

from __future__ import annotations

import os
from datetime import timedelta

from playwright.sync_api import Page, expect

from core.clock import now
from governance.domain.clause_settings import UNMATCHED
from monitoring.domain import retention
from people.models import Team
from runtime.places import ROOT
from tests.factories.monitoring import MentionFactory
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

QUESTION = "@rocdewaterlanden waar vind ik het vakantierooster?"
ROSTERS = "Roosters en vakanties"
CLAUSE = "Hoelang we bewaren"
IN_FORCE = "/governance/practice/"


def shoot(page: Page, name: str) -> None:
    """A picture for the documentation, with SMPORTAL_SCREENSHOTS=1."""
    if os.environ.get("SMPORTAL_SCREENSHOTS") == "1":
        page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}.png", animations="disabled")


def add_clause(page: Page) -> None:
    page.locator("a[href$='/clauses/new/']").first.click()
    page.locator("[name=title]").fill(CLAUSE)
    page.locator("[name=what]").fill("Berichten zonder treffer gaan na 14 dagen weg.")
    page.locator("[name=why]").fill("Niemand heeft ze nodig.")
    page.locator("main form .btn-primary").click()


def keep_for(page: Page, days: str) -> None:
    """From the page to write on: the new clause, its setting, and a mistake on the way."""
    page.locator("li", has_text=CLAUSE).locator("a[href$='/settings/']").click()
    assert axe.violations(page) == []
    page.locator(f"a[href$='/{UNMATCHED}/']").click()
    page.locator("[name=value]").fill("0")
    page.locator("main form .btn-primary").click()
    expect(page.locator(".field-error")).to_be_visible()
    page.locator("[name=value]").fill(days)
    assert axe.violations(page) == []
    page.locator("main form .btn-primary").click()
    expect(page.locator(".clause-settings", has_text="na 14 dagen")).to_be_visible()


def move_rosters(page: Page) -> None:
    page.locator("tr", has_text=ROSTERS).locator("a[href*='/rules/']").click()
    page.locator("[name=team]").select_option(str(Team.objects.get(code="comms").pk))
    page.locator("[name=section]").select_option(label=CLAUSE)
    page.locator("main form .btn-primary").click()
    expect(page.locator("tr", has_text=ROSTERS)).to_contain_text("Communicatie")


def test_what_a_clause_does_is_told_before_and_done_after_approval(
    product: Product, enter: Enter
) -> None:
    MentionFactory.create_batch(
        3, is_relevant=False, seen_at=now() - timedelta(days=20), source=None
    )
    assert product.hear(QUESTION).team.code == "info"
    marieke = enter("marieke", "/governance/policies/webcare/")
    marieke.locator("form[action$='/change/'] button").click()
    add_clause(marieke)
    keep_for(marieke, "14")
    move_rosters(marieke)
    marieke.locator(".page-actions a").click()
    marieke.locator("[name=approver]").select_option(str(person("anja").pk))
    marieke.locator("form[action$='/submit/'] button").click()
    expect(marieke.locator("form[action$='/take-back/']")).to_be_visible()

    anja = enter("anja", marieke.url)
    told = anja.locator("section[aria-labelledby=practice]")
    expect(told).to_contain_text("gaan na 14 dagen weg; nu na 30 dagen")
    expect(told).to_contain_text(f"‘{ROSTERS}’ gaat naar")
    expect(told.locator("[data-removal]")).to_contain_text("verdwijnen 3 berichten")
    expect(anja.locator("[data-result] table")).to_be_visible()
    assert axe.violations(anja) == []
    told.scroll_into_view_if_needed()
    shoot(anja, "clauses-practice")
    anja.locator("[name=approves]").click()
    expect(anja.locator("#messages li")).to_be_visible()

    assert product.hear(QUESTION, author="bram").team.code == "comms"
    assert retention.terms().unmatched == timedelta(days=14)
    carla = enter("carla", IN_FORCE)
    expect(carla.locator("li", has_text="zonder treffer")).to_contain_text(CLAUSE)
    expect(carla.locator("li", has_text=ROSTERS)).to_contain_text("Communicatie")
    assert axe.violations(carla) == []
    shoot(carla, "clauses-in-force")
