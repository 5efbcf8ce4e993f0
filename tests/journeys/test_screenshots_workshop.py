"""Pictures of a workshop for its documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from governance.domain.workshops import phones, room
from governance.models import Workshop
from smportal.demo import workshops
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_governance_workshop import PHONE
from tests.journeys.test_screenshots import pytestmark, shoot
from tests.journeys.watch import Watch

__all__ = ["pytestmark"]


def test_a_workshop_at_work(
    product: Product, enter: Enter, window: Callable[..., Page], watch: Watch
) -> None:
    workshops.build()
    leader = person("marieke")
    workshop = Workshop.objects.get(title=workshops.PREPARED)
    phone = window(**PHONE)
    phone.goto(f"/governance/join/{workshop.code}/")
    phone.locator("form[action$='/enter/'] button").click()
    people = [phones.join(workshop, f"picture {number}") for number in range(23)]
    room.move(workshop, seen="lobby", to="vote", by=leader)
    moods = workshops.MOODS
    for place, statement in enumerate(workshop.statements.order_by("position")):
        for number, one in enumerate(people):
            phones.vote(one, statement, moods[place % len(moods)][number % 5])
    phone.reload()
    for number, value in ((0, 3), (1, 0)):
        button = phone.locator(".question").nth(number).locator("button").nth(value)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    phone.evaluate("scrollTo(0, 0)")
    shoot(phone, "workshop-phone")

    room.move(workshop, seen="vote", to="discuss", by=leader)
    screen = enter("marieke", f"/governance/workshops/{workshop.pk}/run/")
    screen.locator(".stage-notes textarea").fill("Sommigen willen het morgen, anderen nooit.")
    screen.locator(".stage-notes textarea").blur()
    shoot(screen, "workshop-discussion")
    watch.objections.clear()  # the camera hides the caret with a style of its own
