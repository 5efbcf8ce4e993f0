"""Eva earns the mandate, loses it when the protocol changes, hears why, and earns it again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from core.clock import now
from governance.domain.clause_settings import NEEDS_ACKNOWLEDGEMENT
from governance.models import Policy, PolicyVersion
from smportal.demo import growth
from tests.factories.clauses import says
from tests.factories.growth import revised
from tests.factories.reading import protocol, published
from tests.factories.training import CertificateFactory, CourseFactory
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.content.tpack import PAGES, on_page
from training.domain import mandate_states
from training.models import LessonPlan, TpackProfile

PHONE = {"width": 390, "height": 844}
MINE = "/training/mandate/"


def in_force() -> PolicyVersion:
    """A protocol that asks a confirmation and the course."""
    policy: Policy = protocol("Zo doen wij dat online")
    version = published(policy, at=now())
    says(version, (NEEDS_ACKNOWLEDGEMENT, True), title="Wie namens ons spreekt")
    says(version, ("mandate.needs_course", True), title="Eerst de cursus")
    return version


def confirm(page: Page) -> None:
    page.locator(".mandate-step a").click()
    page.locator("#end .btn-primary").click()
    page.goto(MINE)


def test_the_mandate_is_earned_lost_with_a_reason_and_earned_again(
    product: Product, enter: Enter
) -> None:
    version = in_force()
    course = CourseFactory(title="Veilig plaatsen", counts_for_mandate=True)
    eva = enter("eva", MINE)
    expect(eva.locator("#why")).to_contain_text("lees eerst ‘Zo doen wij dat online’")

    confirm(eva)
    expect(eva.locator("#why")).to_contain_text("eerst komt de cursus")
    CertificateFactory(user=person("eva"), course=course)
    mandate_states.compare(person("eva"))
    eva.reload()
    expect(eva.locator("#standing")).to_have_text("Je hebt het mandaat om te plaatsen")

    revised(version)
    mandate_states.compare_all(at=now())
    eva.reload()
    expect(eva.locator("#why")).to_contain_text("omdat ‘Zo doen wij dat online’ is gewijzigd")
    eva.goto("/people/waiting/")
    expect(eva.locator(".rows")).to_contain_text("geen mandaat om te plaatsen")

    eva.goto(MINE)
    confirm(eva)
    expect(eva.locator("#standing")).to_have_text("Je hebt het mandaat om te plaatsen")


def test_a_self_assessment_on_a_phone_ends_in_a_plan(product: Product, enter: Enter) -> None:
    eva = enter("eva", "/training/self-assessment/", viewport=PHONE, is_mobile=True, has_touch=True)
    eva.locator("[name=subject]").fill("toerisme")
    eva.locator("main form .btn-primary").tap()
    for number in range(1, PAGES + 1):
        for one in on_page(number):
            eva.locator(f"[name={one.code}][value='{2 if one.block == 'tk' else 4}']").check()
        assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        eva.locator("main form .btn-primary").tap()
    expect(eva.locator("[aria-labelledby=figure]")).to_contain_text("het minst in ‘Techniek’")
    assert TpackProfile.objects.get().finished_at

    eva.goto("/training/plans/new/")
    eva.locator("[name=title]").fill("Interview")
    eva.locator("main form .btn-primary").tap()
    eva.locator("[name=activity]").fill("Een gast bevragen")
    eva.locator("main form .btn-primary").tap()
    expect(eva.locator("main .notice-warn")).to_contain_text("nog geen leerdoel")
    assert LessonPlan.objects.get().activity == "Een gast bevragen"


def test_every_page_about_growing_is_for_everybody(product: Product, enter: Enter) -> None:
    growth.build()
    growth.build()  # twice is once
    eva, marieke = enter("eva"), enter("marieke")
    plan = LessonPlan.objects.get(owner=person("eva"))
    profile = TpackProfile.objects.get()
    theirs = ["mandate/team/", "competences/team/", "competences/all/", "needs/", "needs/propose/"]
    theirs += ["competences/evidence/", "ten-ways/team/"]
    own = ["mandate/", "competences/", "competences/evidence/new/", "ten-ways/"]
    own += ["self-assessment/", "plans/", f"plans/{plan.pk}/step/class/", "plans/?show=shared"]
    paths = [f"/training/{path}" for path in own]
    paths += [plan.get_absolute_url(), profile.get_absolute_url()]

    found = [one for path in paths for one in axe.look(eva, path)]
    found += [one for path in theirs for one in axe.look(marieke, f"/training/{path}")]

    assert found == []
