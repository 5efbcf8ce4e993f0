"""Pictures of the product for its documentation, with SMPORTAL_SCREENSHOTS=1."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.clock import now
from governance.domain import policies
from governance.models import Policy, RoutingRule
from monitoring.models import Source
from people.models import Team
from runtime.places import ROOT
from sandbox.story import Story
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from webcare.domain import desk, replies, tickets
from webcare.models import Ticket

pytestmark = pytest.mark.skipif(
    os.environ.get("SMPORTAL_SCREENSHOTS") != "1",
    reason="pictures are taken with SMPORTAL_SCREENSHOTS=1",
)
FOLDER = ROOT / "docs" / "screenshots"
PHONE = {"width": 390, "height": 780}
MORNING = timedelta(hours=3)


@pytest.fixture
def morning(product: Product) -> Product:
    """Some weeks of history, and a morning in which people said things and agents were at work."""
    story = Story(product.platform)
    story.begin(now() - timedelta(days=2))
    Source.objects.update(history_done_at=None, cursor={})
    product.listen()
    began = now() - MORNING
    Source.objects.update(history_done_at=began - timedelta(minutes=1))
    for number in range(30):
        story.state["due_at"] = began.isoformat()
        story.advance(began + MORNING * (number + 1) / 31)
    product.listen()
    for ticket in Ticket.objects.all():  # as if each was heard when it was said
        heard_at = ticket.messages.earliest("pk").mention.published_at
        Ticket.objects.filter(pk=ticket.pk).update(opened_at=heard_at)
    return product


def shoot(page: Page, name: str) -> None:
    """Hide what depends on the moment, and keep the picture."""
    page.wait_for_load_state("networkidle")
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")


def about(words: str) -> Ticket:
    return Ticket.objects.filter(subject__icontains=words).latest("opened_at")


def answer(ticket: Ticket, slug: str, text: str) -> None:
    ticket.refresh_from_db()
    replies.write(
        ticket,
        mention=ticket.messages.latest("pk").mention,
        text=text,
        by=person(slug),
        form_key=uuid.uuid4(),
        seen_revision=ticket.revision,
    )


def at_work(product: Product) -> None:
    """What the colleagues did before the picture."""
    bank, course = about("rekeningnummer"), about("na de mavo")
    answer(bank, "bas", "Dag Hans, het rekeningnummer staat op je factuur, rechtsonder.")
    product.deliver()
    tickets.claim(course, by=person("bas"))
    desk.look_in(course, person("bas"), is_typing=True)
    tickets.close(about("bloedbad"), by=person("bas"), outcome=Ticket.Outcome.NO_ANSWER)
    Ticket.objects.filter(pk=course.pk).update(due_at=now() + timedelta(minutes=50))
    Ticket.objects.filter(pk=about("inlog").pk).update(due_at=now() - timedelta(minutes=20))
    question = about("kerstvakantie")
    tickets.claim(question, by=person("anna"))
    tickets.add_note(question, by=person("bas"), text="Het rooster staat sinds vanmorgen online.")


def test_the_inbox(morning: Product, enter: Enter) -> None:
    at_work(morning)
    page = enter("anna")
    ticket = about("kerstvakantie")
    page.locator(f"#open-{ticket.pk}").click()
    page.locator("#reply_text").fill(
        "Dag Lotte, de kerstvakantie begint op maandag 21 december. Veel plezier in je huisje!"
    )
    expect(page.locator("#reply-preview blockquote")).to_be_visible()
    page.locator("#reply_text").blur()
    shoot(page, "inbox")

    page.emulate_media(color_scheme="dark")
    shoot(page, "dark")


def test_a_threat(morning: Product, enter: Enter) -> None:
    threat = morning.hear(
        "vrijdag om half elf sta ik in de hal van purmerend @rocdewaterlanden en dan gaan jullie"
        " voelen wat ik al twee jaar voel. mijn tas is al ingepakt. het mes ook",
        author="niemand_4096",
    )
    shoot(enter("carla", threat.get_absolute_url()), "ticket-threat")


def test_a_change_of_policy(morning: Product, enter: Enter) -> None:
    marieke = person("marieke")
    draft = policies.start_draft(Policy.objects.get(), by=marieke)
    rule = RoutingRule.objects.get(version=draft, name="Roosters en vakanties")
    policies.write_rule(
        draft,
        edition=draft.edition,
        by=marieke,
        fields={"team": Team.objects.get(code="comms")},
        rule=rule,
    )
    times = draft.sections.get(title="Binnen welke tijd")
    text = times.what.replace("binnen één werkdag antwoord", "binnen vier werkuren antwoord")
    policies.write_section(
        draft, by=marieke, section=times, edition=times.edition, fields={"what": text}
    )
    policies.submit(draft, by=marieke, approver=person("anja"))
    page = enter("anja", draft.get_absolute_url())
    expect(page.locator("[data-result] table")).to_be_visible()
    shoot(page, "policy-changes")

    page.locator("#tryout").scroll_into_view_if_needed()
    page.locator("[data-result] summary").click()
    page.locator("#tryout").evaluate("heading => heading.scrollIntoView({ block: 'start' })")
    shoot(page, "policy-tryout")


def test_listening(morning: Product, enter: Enter) -> None:
    morning.platform.faults.add("feeds", "/onderwijsblog.atom", times=9)
    for _ in range(3):
        morning.listen()
    page = enter("marieke", "/monitoring/terms/new/")
    page.locator("[name=name]").fill("Lesuitval")
    page.locator("[name=query]").fill('lesuitval OR "naar huis" OR (docent* AND ziek)')
    expect(page.locator("#try-result mark").first).to_be_visible()
    shoot(page, "terms")
    page.goto("/monitoring/sources/")
    shoot(page, "sources")


def test_a_phone(morning: Product, enter: Enter) -> None:
    at_work(morning)
    shoot(
        enter("anna", viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True),
        "phone-inbox",
    )


def test_the_practice_platform(morning: Product, window: Callable[..., Page]) -> None:
    answer(about("rekeningnummer"), "bas", "Dag Hans, het staat op je factuur, rechtsonder.")
    morning.deliver()
    page = window()
    page.goto(morning.platform.url)
    shoot(page, "sandbox")


def test_the_pictures_are_small_enough_for_a_repository() -> None:
    """Last in this file: the others made them."""
    sizes: dict[str, int] = {picture.name: picture.stat().st_size for picture in _pictures()}
    assert {name: size for name, size in sizes.items() if size > 300_000} == {}


def _pictures() -> list[Path]:
    return list(FOLDER.glob("*.png"))
