"""Thea opens the door, Eva checks in on her phone and evaluates; her experience leads on."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from core.clock import now
from smportal.demo import attendance as demo
from tests.factories.attendance import EvaluationFactory
from tests.factories.training import EnrolmentFactory, OfferingFactory, SessionFactory
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.models import Certificate, Experience, Offering, Proposal, Session, Trainership

PHONE = {"width": 390, "height": 844}
ON_PHONE = {"viewport": PHONE, "is_mobile": True, "has_touch": True}


def test_from_the_door_to_a_proposal(product: Product, enter: Enter) -> None:
    offering = OfferingFactory(course__title="Instapcursus", course__valid_months=24)
    offering.trainers.add(person("thea"))
    begin = now() + timedelta(minutes=5)
    session = SessionFactory(offering=offering, starts_at=begin)
    EnrolmentFactory(offering=offering, user=person("eva"))
    EnrolmentFactory(offering=offering, user=person("bas"))
    at = f"/training/sessions/{session.pk}"

    screen = enter("thea", f"{at}/screen/")
    code = "".join(screen.locator(".door-code").inner_text().split())
    eva = enter("eva", f"{at}/check-in/?code={code}", **ON_PHONE)
    expect(eva.locator("#check-in")).to_contain_text("Je bent binnen")
    assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(screen.locator(".door-count")).to_contain_text("1 van 2")

    phone = enter("thea", f"{at}/attendance/", **ON_PHONE)
    phone.locator(".attendance-line", has_text="Bas").locator(".is-excused").tap()
    expect(phone.locator("#tally")).to_contain_text("1 afgemeld")
    Session.objects.filter(pk=session.pk).update(
        starts_at=now() - timedelta(hours=2), ends_at=now() - timedelta(minutes=1)
    )

    screen.goto(f"/training/offerings/{offering.pk}/finish/")
    expect(screen.locator(".rows")).to_contain_text("miste er 1")
    screen.locator("aside form .btn-primary").click()
    screen.locator("dialog[open] .btn-primary, dialog[open] .btn-danger").click()
    expect(screen.locator("main .notice-good")).to_be_visible()
    one = Certificate.objects.get()
    assert one.user == person("eva")

    eva.goto(one.get_absolute_url())
    with eva.expect_download() as download:
        eva.locator("a[href$='/pdf/']").tap()
    assert download.value.suggested_filename == f"{one.code}.pdf"

    eva.goto(f"/training/offerings/{offering.pk}/evaluate/")
    for scale in ("useful", "clear", "daring"):
        eva.locator(f"[name={scale}][value='4']").check()
    eva.locator("[name=works_not]").fill("Het protocol zegt niets over groepsapps.")
    eva.locator("main form .btn-primary").tap()
    expect(eva).not_to_have_url(re.compile(r"/evaluate/$"))
    EvaluationFactory.create_batch(2, offering=offering)

    screen.goto(f"/training/offerings/{offering.pk}/evaluation/")
    screen.locator(".quote-row button").click()
    screen.locator("main form .btn-primary").click()
    screen.locator("a[href*='proposals/new']").click()
    screen.locator("[name=kind][value=article]").check()
    screen.locator("[name=title]").fill("Afspraken over groepsapps")
    screen.locator("main form .btn-primary").click()
    assert Proposal.objects.get().experiences.get() == Experience.objects.get()


def test_anybody_checks_a_certificate(product: Product, window: Enter) -> None:
    demo.build()
    one = Certificate.objects.filter(user=person("eva")).get()
    stranger = window(**ON_PHONE)
    stranger.goto("/training/check/")
    stranger.locator("[name=code]").fill(one.code.lower())
    stranger.locator("main form button").tap()
    expect(stranger.locator("main .notice-good")).to_be_visible()

    assert axe.violations(stranger) == []


def test_every_page_after_a_course_is_for_everybody(product: Product, enter: Enter) -> None:
    demo.build()
    demo.build()  # twice is once
    thea = enter("thea")
    session, offering = Session.objects.latest("starts_at"), Offering.objects.earliest("pk")
    pages = [
        "attendance/", f"sessions/{session.pk}/attendance/", f"sessions/{session.pk}/screen/",
        f"sessions/{session.pk}/check-in/", f"offerings/{offering.pk}/finish/",
        f"offerings/{offering.pk}/evaluation/", "certificates/", "certificates/all/",
        "certificates/recognise/", "experiences/", "experiences/new/", "proposals/", "trainers/",
        "trainers/new/",
    ]  # fmt: skip
    paths = [f"/training/{page}" for page in pages]
    paths += [Certificate.objects.earliest("pk").get_absolute_url()]
    paths += [
        row.get_absolute_url() for row in (Experience.objects.all()[0], Proposal.objects.get())
    ]
    marieke = enter("marieke", "/training/participation/")
    eva = enter("eva", f"/training/offerings/{offering.pk}/evaluate/")

    assert Trainership.objects.count() == 1
    assert axe.violations(marieke) + axe.violations(eva) == []
    assert [found for path in paths for found in axe.look(thea, path)] == []
