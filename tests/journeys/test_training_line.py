"""From hesitation to mandate in one go, and what happens when the protocol changes.

Eva finds the course, waits, is moved up, has it in her calendar, checks in, evaluates, gets the
certificate and with it the mandate; a new protocol takes it away and says why.
"""

from __future__ import annotations

import os
import re
from datetime import timedelta

from django.core import mail
from playwright.sync_api import Page, expect

from core.clock import now
from runtime.places import ROOT
from smportal.demo import courses
from tests.factories.clauses import says
from tests.factories.growth import revised
from tests.factories.reading import protocol, published
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.domain import enrolment, mandate_states, post_office
from training.models import Certificate, Course, Offering

PHONE = {"width": 390, "height": 844}
ON_PHONE = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
MANDATE = "/training/mandate/"


def picture(page: Page, name: str) -> None:
    """For the documentation, when asked."""
    if os.environ.get("SMPORTAL_SCREENSHOTS") == "1":
        path = ROOT / "docs" / "screenshots" / f"line-{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")


def one_full_course() -> Offering:
    """The starter course, which counts for the mandate, with a single place, taken by Chris; the
    protocol in force asks for it."""
    courses.build()
    Course.objects.filter(slug="instapcursus").update(counts_for_mandate=True)
    Offering.objects.filter(course__slug="instapcursus").update(capacity=1)
    offering = Offering.objects.filter(course__slug="instapcursus").latest("starts_at")
    enrolment.ask(offering, person("chris"))
    version = published(protocol("Zo doen wij dat online"), at=now())
    says(version, ("mandate.needs_acknowledgement", True), title="Wie namens ons spreekt")
    says(version, ("mandate.needs_course", True), title="Eerst de cursus")
    return offering


def begins_now(offering: Offering) -> str:
    """The hour has come; where the door is."""
    session, begin = offering.sessions.get(), now() + timedelta(minutes=5)
    session.starts_at, session.ends_at = begin, begin + timedelta(hours=2)
    session.save()
    return f"/training/sessions/{session.pk}"


def is_over(offering: Offering) -> None:
    offering.sessions.update(
        starts_at=now() - timedelta(hours=2), ends_at=now() - timedelta(minutes=1)
    )


def the_protocol_is_confirmed(page: Page) -> None:
    page.goto(MANDATE)
    page.locator(".mandate-step a").click()
    page.locator("#end .btn-primary").click()


def the_course_is_found_and_waited_for(eva: Page, offering: Offering) -> None:
    expect(eva.locator("#why")).to_contain_text("eerst komt de cursus")
    eva.locator("#conditions a[href*='/courses/'], .mandate-step a").first.tap()
    eva.locator(f"a[href='{offering.get_absolute_url()}']").tap()
    picture(eva, "full-course")
    eva.locator("form[action$='/ask/'] button").tap()
    expect(eva.locator("section:has(#enrol)")).to_contain_text("nummer 1")
    picture(eva, "waiting-list")


def the_place_is_taken_by_the_mail(eva: Page, chris: Page) -> None:
    chris.locator("form[action$='/leave/'] button").first.click()
    chris.locator("dialog[open] button[value=yes]").click()
    expect(chris.locator("#messages")).to_contain_text("van de lijst af")
    mail.outbox.clear()
    post_office.send_letters()
    (offer,) = [one for one in mail.outbox if one.to == [person("eva").email]]
    link = re.search(r"http://\S+(/training/answer/\S+)", str(offer.body))
    assert link
    eva.goto(link[1])
    eva.locator("main form button").tap()
    expect(eva.locator(".notice-good")).to_contain_text("Je hebt een plek")


def it_stands_in_the_calendar(eva: Page, offering: Offering) -> None:
    eva.goto("/training/mine/")
    picture(eva, "my-training")
    address = eva.locator("#feed-address").input_value()
    feed = eva.request.get("/" + address.split("/", 3)[3])  # of this server, whatever its port is
    assert offering.course.title in feed.text().replace("\r\n ", "")
    assert "BEGIN:VEVENT" in feed.text()


def the_day_itself(eva: Page, thea: Page, at: str, offering: Offering) -> None:
    thea.goto(f"{at}/screen/")
    code = "".join(thea.locator(".door-code").inner_text().split())
    eva.goto(f"{at}/check-in/?code={code}")
    expect(eva.locator("#check-in")).to_contain_text("Je bent binnen")
    picture(eva, "checked-in")
    is_over(offering)
    thea.goto(f"/training/offerings/{offering.pk}/finish/")
    thea.locator("aside form .btn-primary").click()
    thea.locator("dialog[open] .btn-primary, dialog[open] .btn-danger").click()
    expect(thea.locator("main .notice-good")).to_be_visible()


def it_is_evaluated_and_rewarded(eva: Page, offering: Offering) -> None:
    eva.goto(f"/training/offerings/{offering.pk}/evaluate/")
    for scale in ("useful", "clear", "daring"):
        eva.locator(f"[name={scale}][value='5']").check()
    eva.locator("main form .btn-primary").tap()
    expect(eva).not_to_have_url(re.compile(r"/evaluate/$"))
    eva.goto(Certificate.objects.get().get_absolute_url())
    picture(eva, "certificate")
    eva.goto(MANDATE)
    expect(eva.locator("#standing")).to_have_text("Je hebt het mandaat om te plaatsen")
    picture(eva, "mandate")


def test_from_hesitation_to_a_mandate_and_out_of_it_again(product: Product, enter: Enter) -> None:
    offering = one_full_course()
    eva, thea = enter("eva", MANDATE, **ON_PHONE), enter("thea")
    chris = enter("chris", "/training/mine/")
    the_protocol_is_confirmed(eva)
    eva.goto(MANDATE)

    the_course_is_found_and_waited_for(eva, offering)
    the_place_is_taken_by_the_mail(eva, chris)
    it_stands_in_the_calendar(eva, offering)
    the_day_itself(eva, thea, begins_now(offering), offering)
    it_is_evaluated_and_rewarded(eva, offering)

    version = person("eva").acknowledgements.get().version
    mandate_states.compare_all(at=now())
    revised(version)
    mandate_states.compare_all(at=now())
    eva.reload()
    expect(eva.locator("#why")).to_contain_text("omdat ‘Zo doen wij dat online’ is gewijzigd")
    picture(eva, "mandate-lapsed")
    eva.goto("/people/waiting/")
    expect(eva.locator(".rows")).to_contain_text("geen mandaat om te plaatsen")
    assert axe.violations(eva) == []
