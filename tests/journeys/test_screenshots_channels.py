"""Pictures of audiences and channels for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from governance.models import Audience, ChannelChoice, PlatformSurvey
from smportal.demo import channels
from tests.factories.channels import mandate
from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from tests.journeys.test_screenshots import PHONE, shoot

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)


def test_the_matrix_and_closing(product: Product, enter: Enter) -> None:
    channels.build()
    mandate(12)
    page = enter("marieke", "/governance/channels/")
    shoot(page, "channel-matrix")
    page.goto(ChannelChoice.objects.get(platform="flickr").get_absolute_url())
    shoot(page, "channel-closing")


def test_the_survey_on_a_phone(product: Product, window: Callable[..., Page]) -> None:
    channels.build()
    students = Audience.objects.get(code="students")
    survey = PlatformSurvey.objects.create(
        title="Welke platforms gebruik jij?",
        audience=students,
        platforms=list(channels.HABITS),
        state=PlatformSurvey.State.OPEN,
    )
    page = window(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2)
    page.goto(f"/governance/survey/{survey.token}/")
    page.locator("[name=use-0]").first.check()
    shoot(page, "survey-phone")
