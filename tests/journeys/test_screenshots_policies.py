"""Pictures of policies for the documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os

import pytest

from governance.domain import policies
from governance.models import Consultation, Policy
from smportal.demo import policies as demo
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_screenshots import shoot

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)


def test_policies(product: Product, enter: Enter) -> None:
    demo.build()
    policies.start_draft(Policy.objects.get(kind=Policy.Kind.WEBCARE), by=person("marieke"))
    running = Consultation.objects.get(closed_at__isnull=True)
    page = enter("marieke", "/governance/policies/")
    shoot(page, "policy-list")
    page = enter("eva", f"/governance/consultations/{running.pk}/")
    shoot(page, "policy-consultation")
