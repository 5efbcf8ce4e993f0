"""A protocol lives: from a template through consultation and approval to its second revision."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from core.clock import now
from governance.models import Consultation, Policy, PolicyVersion
from people.models import User
from tests.journeys.axe import look, violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

LIST = "/governance/policies/"
TITLE = "Protocol sociale media"


def begin_from_template(page: Page) -> Policy:
    """Choose the positive protocol, take it as our own, and say something of our own in it."""
    page.locator(".page-actions .btn-primary").click()
    page.locator("a[href$='/protocol-positive/']").click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("main form .btn-primary").click()
    page.locator("#clause-1 a").first.click()
    page.locator("[name=what]").fill("Dit geldt voor iedereen die bij ons werkt of leert.")
    page.locator("main form .btn-primary").click()
    expect(page.locator("#clause-1")).to_contain_text("die bij ons werkt of leert")
    page.locator(".page-actions a").click()
    return Policy.objects.get(title=TITLE)


def consult(page: Page, *people: str) -> Consultation:
    page.locator("a[href$='/consult/']").click()
    page.locator("[name=question]").fill("Kun je hiermee werken?")
    for slug in people:
        pick(page, person(slug))
    page.locator("main form .btn-primary").click()
    expect(page.locator("#messages li")).to_be_visible()
    return Consultation.objects.latest("pk")


def pick(page: Page, colleague: User) -> None:
    """Type half a name, and take the suggestion."""
    field = page.locator("[name=people][list]")
    field.press_sequentially(colleague.name[:4])
    offered = page.locator(f"datalist option[value*='{colleague.email}']")
    expect(offered).to_have_count(1)
    field.fill(str(offered.get_attribute("value")))
    expect(page.get_by_role("checkbox", name=colleague.name)).to_be_checked()


def remark(page: Page, text: str, on_behalf_of: str = "") -> None:
    """What somebody who is asked finds on top of the list, reads, and says about one clause."""
    page.goto(LIST)
    page.locator(".notice a").first.click()
    clause = page.locator("#clause-2")
    clause.locator("details summary").click()
    clause.locator("[name=text]").fill(text)
    clause.locator("[name=on_behalf_of]").fill(on_behalf_of)
    clause.locator("details .btn").click()
    expect(page.locator("#clause-2 .remark")).to_contain_text(text)


def close_and_answer(page: Page, consultation: Consultation, answer: str) -> None:
    page.goto(f"/governance/consultations/{consultation.pk}/")
    page.locator(".page-actions button").click()
    page.locator("#confirm button[value=yes]").click()
    expect(page.locator("#messages li")).to_be_visible()
    page.locator(".remark a").click()
    page.locator("[name=outcome][value=taken]").check()
    page.locator("[name=answer]").fill(answer)
    page.locator("main form .btn-primary").click()
    expect(page.locator(".remark .answer")).to_contain_text(answer)


def submit(page: Page, version: PolicyVersion, approver: str) -> None:
    page.goto(version.get_absolute_url())
    page.locator("[name=approver]").select_option(str(person(approver).pk))
    page.locator("[name=decide_by]").fill((now() + timedelta(days=7)).date().isoformat())
    page.locator("form[action$='/submit/'] button").click()
    expect(page.locator("form[action$='/take-back/']")).to_be_visible()


def approve(page: Page) -> None:
    page.goto(LIST)
    page.locator(".notice a").first.click()
    page.locator("[name=approves]").click()
    expect(page.locator("#messages li")).to_be_visible()


def make_public(page: Page, policy: Policy) -> None:
    page.goto(f"{LIST}{policy.slug}/settings/")
    page.locator("[name=is_public]").check()
    page.locator("main form .btn-primary").click()
    expect(page.locator("#messages li")).to_be_visible()


def test_a_protocol_from_a_template_to_its_second_revision(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    marieke, anja, eva = enter("marieke", LIST), enter("anja", LIST), enter("eva", LIST)
    policy = begin_from_template(marieke)
    first = policy.versions.get()
    eva.goto(first.get_absolute_url())
    expect(eva.locator("h1")).not_to_have_text(TITLE)  # nobody else's draft

    consultation = consult(marieke, "eva", "thea")
    remark(eva, "Mag ik mijn eigen telefoon gebruiken?", "ondernemingsraad")
    marieke.goto(first.get_absolute_url())
    expect(marieke.locator("form[action$='/submit/']")).to_have_count(0)
    close_and_answer(marieke, consultation, "Ja, dat staat er nu bij.")
    submit(marieke, first, "anja")
    expect(marieke.locator("form[action$='/decide/']")).to_have_count(0)
    approve(anja)

    eva.goto(policy.get_absolute_url())
    expect(eva.locator(".citation")).to_contain_text("Anja Terpstra")
    eva.goto(f"/governance/consultations/{consultation.pk}/")
    expect(eva.locator(".remark .answer")).to_contain_text("Ja, dat staat er nu bij.")

    make_public(marieke, policy)
    stranger = window()
    stranger.goto(f"/governance/read/{policy.slug}/")
    expect(stranger.locator("h1")).to_have_text(TITLE)
    expect(stranger.locator("#clause-1")).to_contain_text("die bij ons werkt of leert")
    with stranger.expect_download() as flyer:
        stranger.locator("a[href$='/flyer/']").click()
    assert flyer.value.path().read_bytes().startswith(b"%PDF")
    assert flyer.value.suggested_filename == f"{policy.slug}-1-flyer.pdf"

    marieke.goto(policy.get_absolute_url())
    marieke.locator("form[action$='/change/'] button").click()
    marieke.locator("#clause-1 a").first.click()
    marieke.locator("[name=what]").fill("Dit geldt voor iedereen die bij ons werkt of komt leren.")
    marieke.locator("main form .btn-primary").click()
    second = policy.versions.get(number=2)
    marieke.goto(second.get_absolute_url())
    again = consult(marieke, "eva")
    remark(eva, "Nu is het duidelijk.")
    close_and_answer(marieke, again, "Fijn.")
    submit(marieke, second, "anja")
    anja.goto(second.get_absolute_url())
    expect(anja.locator(".changes > li")).to_have_count(1)
    expect(anja.locator(".changes ins").first).to_have_text("komt leren")
    approve(anja)

    states = policy.versions.order_by("number").values_list("state", flat=True)
    assert list(states) == ["historic", "in_force"]
    stranger.goto(f"/governance/read/{policy.slug}/1/")
    expect(stranger.locator(".notice a")).to_have_attribute("href", re.compile("/read/"))
    marieke.goto(f"{LIST}{policy.slug}/compare/?before=1&after=2")
    expect(marieke.locator(".changes > li")).to_have_count(1)


PAGES = (
    "/governance/policies/",
    "/governance/policies/new/",
    "/governance/policies/new/protocol-strict/",
    "/governance/policies/webcare/",
    "/governance/policies/webcare/settings/",
    "/governance/policies/webcare/review/",
    "/governance/policies/webcare/compare/?before=1&after=2",
    "/governance/policies/webcare/poster/",
    "/governance/policies/webcare/2/",
    "/governance/policies/webcare/2/edit/",
    "/governance/policies/webcare/2/clauses/new/",
    "/governance/policies/webcare/2/clauses/{section}/",
    "/governance/policies/webcare/2/rules/new/",
    "/governance/policies/webcare/2/consult/",
    "/governance/house-rules/",
    "/governance/house-rules/new/",
)


def test_pages_about_the_life_of_a_policy_are_accessible(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    page = enter("marieke", "/governance/policies/webcare/")
    page.locator("form[action$='/change/'] button").click()
    section = PolicyVersion.objects.get(number=2).sections.earliest("position")
    policy = section.version.policy

    found = [line for path in PAGES for line in look(page, path.format(section=section.pk))]
    page.goto(section.version.get_absolute_url())
    consultation = consult(page, "eva")
    eva = enter("eva", f"/governance/consultations/{consultation.pk}/")
    remark(eva, "Wat is een werkdag?")
    found += violations(eva)
    close_and_answer(page, consultation, "Acht uur.")
    found += violations(page)
    found += look(page, f"/governance/remarks/{consultation.remarks.get().pk}/")
    make_public(page, policy)
    found += look(window(), "/governance/read/webcare/")

    assert found == []
