"""A teacher enrols, the next one waits, gets the place by mail and takes it by the link."""

from __future__ import annotations

import re

from django.core import mail
from playwright.sync_api import expect

from smportal.demo import courses
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.domain import enrolment, post_office
from training.models import Course, Enrolment, Letter, Offering

PHONE = {"width": 390, "height": 844}


def test_from_starter_course_to_waiting_list_to_a_place(product: Product, enter: Enter) -> None:
    courses.build()
    courses.build()  # twice is once
    Offering.objects.filter(course__slug="instapcursus").update(capacity=1)
    later = Offering.objects.filter(course__slug="instapcursus").latest("starts_at")

    eva = enter("eva", "/training/courses/", viewport=PHONE, is_mobile=True, has_touch=True)
    eva.locator("[name=q]").fill("instap")
    eva.locator("form[role=search] button").tap()
    eva.get_by_role("link", name="Instapcursus sociale media").tap()
    eva.locator(f"a[href='{later.get_absolute_url()}']").tap()
    expect(eva.locator("form[action$='/ask/'] button")).to_be_visible()
    assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    eva.locator("form[action$='/ask/'] button").tap()
    expect(eva.locator("#enrol + .badge")).to_have_text("ingeschreven")

    chris = enter("chris", later.get_absolute_url())
    chris.locator("form[action$='/ask/'] button").click()
    expect(chris.locator("section:has(#enrol)")).to_contain_text("nummer 1")

    eva.goto("/training/mine/")
    eva.locator("form[action$='/leave/'] button").first.tap()
    eva.locator("dialog[open] button[value=yes]").tap()
    expect(eva.locator("#messages")).to_contain_text("van de lijst af")

    post_office.send_letters()
    (offer,) = [one for one in mail.outbox if "plek voor je vrij" in one.subject]
    assert offer.to == [person("chris").email]
    link = re.search(r"http://\S+(/training/answer/\S+)", str(offer.body))
    assert link
    phone = enter("chris", viewport=PHONE)
    phone.context.clear_cookies()
    assert axe.look(phone, link[1]) == []
    phone.locator("main form button").click()
    expect(phone.locator(".notice-good")).to_contain_text("Je hebt een plek")
    row = Enrolment.objects.get(user=person("chris"), offering=later)
    assert row.state == Enrolment.State.ENROLLED


def test_every_page_about_courses_is_for_everybody(product: Product, enter: Enter) -> None:
    courses.build()
    full = Offering.objects.filter(course__slug="instapcursus").earliest("starts_at")
    Course.objects.filter(slug="vervolgcursus").update(needs_approval=True)
    asked = Offering.objects.get(course__slug="vervolgcursus")
    asked.course.prerequisites.clear()
    enrolment.ask(asked, person("chris"), motivation="Voor onze kanalen.")
    enrolment.leave(full.enrolments.get(user=person("anna")))
    marieke = enter("marieke")
    pages = ["courses/", "courses/new/", "courses/ready/", "courses/instapcursus/", "agenda/"]
    pages += ["courses/instapcursus/edit/", "courses/instapcursus/plan/", "mine/", "requests/"]
    paths = [f"/training/{page}" for page in pages]
    paths += [full.get_absolute_url(), f"{full.get_absolute_url()}edit/"]
    paths += [f"/training/sessions/{full.sessions.get().pk}/edit/"]

    found = [one for path in paths for one in axe.look(marieke, path)]
    chris = enter("chris")
    found += axe.look(chris, "/training/mine/")

    assert found == []
    assert Letter.objects.filter(kind="offered").exists()
