"""Pictures of goals and the guided start, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

from governance.domain import visions
from governance.models import Domain, Goal
from smportal.demo import goals as demo
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_screenshots import pytestmark, shoot

__all__ = ["pytestmark"]


def test_a_goal(product: Product, enter: Enter) -> None:
    demo.build()
    goal = Goal.objects.filter(state=Goal.State.APPROVED).order_by("pk")[0]
    shoot(enter("marieke", goal.get_absolute_url()), "goal")
    shoot(enter("marieke", "/governance/goals/"), "goals")


def test_the_guided_start(product: Product, enter: Enter) -> None:
    demo.build()
    visions.write_from_template(Domain.COMMUNICATION, by=person("marieke"))
    shoot(enter("marieke", "/governance/vision/start/learning/#domain"), "vision-start")
