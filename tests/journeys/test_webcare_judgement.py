"""The router doubts, a person decides with one click, and the next training learns from it."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from people.models import Team, User
from tests.factories.webcare import CorrectionFactory, LearnedModelFactory, ticket_about
from tests.journeys.axe import violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.webcare.domain.judgement import made_up
from webcare.domain import tickets
from webcare.domain.judgement import renewal
from webcare.models import Correction, LearnedModel, Ticket

BARS = {"bars": {"likely": 0.9, "possible": 0.8}}
"""Of danger: a model that knows one word finds everything a little dangerous."""


CERTAINLY = {"team": "het team", "certainty": 62}
UNSURE = {"is_unsure": True, "reasons": [{"code": "judge", "params": CERTAINLY}]}
NEEDLESS = {"is_unsure": True, "reasons": [{"code": "judged_noise", "params": CERTAINLY}]}
DANGER = {
    "is_unsure": True,
    "threat": "possible",
    "reasons": [{"code": "threat", "params": {"words": "dood"}}],
}


@pytest.fixture
def doubtful(product: Product, settings: Settings) -> Ticket:
    """A message that a small model of our own thinks to be for the info centre, but not surely."""
    known = made_up.model({"plantenbak": {"info": 1.0, "neutral": 1.0}}, about=BARS)
    LearnedModelFactory(is_in_use=True, stored=known.dump())
    settings.JUDGEMENT = "learned"
    return product.hear("@rocdewaterlanden weer die plantenbak", author="lotte")


def test_a_correction_in_the_browser_is_learned_at_the_next_training(
    enter: Enter, doubtful: Ticket
) -> None:
    page = enter("anna", doubtful.get_absolute_url())
    expect(page.get_by_role("heading", name="De verdeler twijfelt")).to_be_visible()
    expect(page.locator(".judgement")).to_contain_text("Deze woorden telden het zwaarst")
    page.get_by_role("button", name="Hoort bij Marketing & Communicatie").click()
    expect(page.locator("#messages")).to_contain_text("Bewaard: de volgende training leert ervan.")

    page = enter("marieke", "/judgement/")
    expect(page.get_by_role("link", name="1 verbetering")).to_be_visible()
    page.get_by_role("button", name="Nu trainen").click()
    expect(page.locator("#training")).to_contain_text("Bezig met trainen … gevraagd door Marieke")
    done = renewal.train_asked(written=partial(made_up.examples, "ria", "bob"))

    assert done is not None
    assert done.model is not None
    # By itself: the page asks every five seconds, as long as `expect` waits when told nothing.
    expect(page.locator("#training")).to_contain_text(f"ersie {done.model.pk}", timeout=15_000)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=str(done.model.pk)))
    expect(row).to_contain_text("1 van onszelf")
    page.get_by_role("link", name="0 verbeteringen").click()
    expect(page.get_by_role("row", name="plantenbak")).to_contain_text("Anna de Boer")
    newest = LearnedModel.objects.newest_first()[0]
    assert (newest.learned_from_own, newest.trained_by) == (1, person("marieke"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_shown_of_the_judgement_is_accessible(
    enter: Enter, product: Product, settings: Settings, language: str
) -> None:
    settings.JUDGEMENT = "learned"
    User.objects.update(language=language)
    unsure = ticket_about("Hm", team=Team.objects.get(code="comms"), **UNSURE)
    pages = [
        unsure.get_absolute_url(),
        ticket_about("haha", team=unsure.team, **NEEDLESS).get_absolute_url(),
        ticket_about("Ik ga dood", team=unsure.team, **DANGER).get_absolute_url(),
        "/inbox/",
        "/judgement/corrections/",
        "/judgement/",
    ]
    tickets.confirm(ticket_about("Tja", is_unsure=True), by=person("anna"))
    CorrectionFactory(kind="threat", before="likely", after="none", by=person("anna"))
    before = {"macro_f1": 0.9, "threats_missed": 2, "messages": 800, "threats": 60, "harmless": 300}
    after = {**before, "macro_f1": 0.92, "threats_missed": 3}
    LearnedModelFactory(is_in_use=True, figures={"before": before, "after": after})
    renewal.ask(by=person("marieke"))

    page = enter("marieke", "/inbox/")

    assert [line for path in pages for line in look(page, path)] == []


def look(page: Page, path: str) -> list[str]:
    page.goto(path)
    page.wait_for_load_state("domcontentloaded")
    return violations(page)


def test_one_key_says_that_the_router_was_right_and_one_takes_it_back(
    enter: Enter, doubtful: Ticket
) -> None:
    page = enter("anna")
    row = page.locator(f"#row-{doubtful.pk}")
    expect(row).to_contain_text("twijfel")
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(row).not_to_contain_text("twijfel")
    assert Correction.objects.get().after == "info"

    page.keyboard.press("z")

    expect(row).to_contain_text("twijfel")
    assert not Correction.objects.exists()
