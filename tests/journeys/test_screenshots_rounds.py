"""Pictures of a round for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from governance.domain.rounds import life
from governance.models import Round
from smportal.demo import rounds
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_screenshots import PHONE, shoot

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)


def test_a_round(product: Product, enter: Enter, window: Callable[..., Page]) -> None:
    rounds.build()
    closed = Round.objects.filter(state=Round.State.CLOSED).latest("closed_at")
    page = enter("marieke", f"/governance/rounds/{closed.pk}/report/")
    page.locator("#balance").evaluate("heading => heading.scrollIntoView({ block: 'start' })")
    shoot(page, "round-report")
    page.locator("#talk").evaluate("heading => heading.scrollIntoView({ block: 'start' })")
    shoot(page, "round-talk")

    draft = life.open_round(Round.objects.get(state=Round.State.DRAFT), by=person("marieke"))
    link = draft.links.get(group="teachers")
    phone = window(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    phone.goto(f"/governance/questionnaire/{link.token}/")
    phone.locator("main .btn-primary").click()
    phone.locator(".question label").nth(3).click()
    shoot(phone, "phone-questionnaire")
