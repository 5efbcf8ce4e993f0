"""A policy is changed, tried out, approved by somebody else, and decides from that moment."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from governance.models import PolicyVersion
from people.models import Team
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from webcare.models import Ticket

QUESTION = "@rocdewaterlanden waar vind ik het vakantierooster?"
ROSTERS = "Roosters en vakanties"


def move_rosters_to_communications(page: Page) -> None:
    """From the page of the policy in force to a saved draft, shown with its try-out."""
    page.locator("form[action$='/change/'] button").click()
    page.locator("tr", has_text=ROSTERS).locator("a").click()
    page.locator("[name=team]").select_option(str(Team.objects.get(code="comms").pk))
    page.locator("main form .btn-primary").click()
    expect(page.locator("tr", has_text=ROSTERS)).to_contain_text("Communicatie")
    page.locator(".page-actions a").click()


def test_a_change_is_tried_out_approved_and_then_routes_the_next_message(
    product: Product, enter: Enter
) -> None:
    before = product.hear(QUESTION)
    assert before.team.code == "info"
    marieke = enter("marieke", "/governance/policies/webcare/")

    move_rosters_to_communications(marieke)
    shares = marieke.locator("[data-result] table")
    expect(shares.locator("tr", has_text="Communicatie").locator("td")).to_have_text(["1", "0"])
    expect(shares.locator("tr", has_text="Informatiecentrum").locator("td")).to_have_text(
        ["0", "1"]
    )
    marieke.locator("[name=approver]").select_option(str(person("anja").pk))
    marieke.locator("form[action$='/submit/'] button").click()
    expect(marieke.locator("form[action$='/take-back/']")).to_be_visible()
    expect(marieke.locator("form[action$='/decide/']")).to_have_count(0)

    anja = enter("anja", "/governance/policies/")
    anja.locator(".notice a").click()
    expect(anja.locator("[data-result] table")).to_be_visible()
    anja.locator("[name=approves]").click()
    expect(anja.locator("#messages li")).to_be_visible()

    after = product.hear(QUESTION, author="bram")
    assert (after.team.code, after.policy_version.number) == ("comms", 2)  # type: ignore[union-attr]
    carla = enter("carla", after.get_absolute_url())
    carla.locator(".facts-box summary").click()
    expect(carla.locator(".facts-box")).to_contain_text("2")
    expect(carla.locator(".facts-box")).to_contain_text(ROSTERS)
    assert Ticket.objects.get(pk=before.pk).team.code == "info"


def test_asking_for_changes_needs_a_reason_and_goes_back_to_the_author(
    product: Product, enter: Enter
) -> None:
    marieke = enter("marieke", "/governance/policies/webcare/")
    move_rosters_to_communications(marieke)
    marieke.locator("[name=approver]").select_option(str(person("anja").pk))
    marieke.locator("form[action$='/submit/'] button").click()
    expect(marieke.locator("form[action$='/take-back/']")).to_be_visible()
    anja = enter("anja", "/governance/policies/webcare/2/")

    anja.locator("form[action$='/decide/'] .btn-secondary").click()
    expect(anja.locator("#messages li")).to_be_visible()
    assert PolicyVersion.objects.get(number=2).state == PolicyVersion.State.SUBMITTED

    anja.locator("[name=note]").fill("Eerst met het informatiecentrum praten.")
    anja.locator("form[action$='/decide/'] .btn-secondary").click()
    expect(anja.locator("form[action$='/decide/']")).to_have_count(0)
    marieke.reload()
    expect(marieke.locator(".notice-bad")).to_contain_text("Eerst met het informatiecentrum")


def test_two_writers_at_once_lose_no_word(product: Product, enter: Enter) -> None:
    marieke = enter("marieke", "/governance/policies/webcare/")
    marieke.locator("form[action$='/change/'] button").click()
    anja = enter("anja", marieke.url)

    for page in (marieke, anja):
        page.locator("#clause-1 a").first.click()
    anja.locator("[name=what]").fill("Wij antwoorden. Van Anja.")
    anja.locator("main form .btn-primary").click()
    expect(anja.locator("#messages li")).to_be_visible()
    marieke.locator("[name=what]").fill("Wij antwoorden. Van Marieke.")
    marieke.locator("main form .btn-primary").click()

    expect(marieke.locator(".difference")).to_contain_text("Anja")
    expect(marieke.locator("[name=what]")).to_have_value("Wij antwoorden. Van Marieke.")
    first = PolicyVersion.objects.get(number=2).sections.earliest("position")
    assert first.what == "Wij antwoorden. Van Anja."


def test_a_mistake_in_the_words_of_a_rule_is_shown_at_its_place(
    product: Product, enter: Enter
) -> None:
    page = enter("marieke", "/governance/policies/webcare/")
    page.locator("form[action$='/change/'] button").click()
    page.locator("a[href$='/rules/new/']").click()
    page.locator("[name=name]").fill("Nieuw")
    page.locator("[name=words]").fill("rooster AND")
    page.locator("main form .btn-primary").click()

    expect(page.locator(".is-invalid #id_words, .is-invalid [name=words]")).to_be_visible()
    expect(page.locator(".field-error").first).to_contain_text("9")
