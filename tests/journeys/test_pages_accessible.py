"""Every page, for every role that sees it, in light and dark: no violation that axe can find."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from governance.domain import policies
from governance.models import Policy
from monitoring.models import Channel, Mention, SearchTerm, Source
from tests.journeys.axe import look, violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from webcare.domain import replies, tickets
from webcare.models import Ticket

EVERYBODY = ["/people/me/", "/people/absence/", "/governance/policies/webcare/"]
LISTENING = [
    "/monitoring/",
    "/monitoring/?all=on",
    "/monitoring/terms/",
    "/monitoring/sources/",
    "/monitoring/channels/",
]
# By who looks at them; `{...}` is filled in with what the stage made.
PAGES = {
    "anna": [
        *EVERYBODY,
        *LISTENING,
        "/people/absence/new/",
        "/inbox/",
        "/inbox/info/",
        "/inbox/?view=mine",
        "/inbox/?q=bestaat-niet",
        "/tickets/{question}/",
        "/tickets/{unsure}/",
        "/tickets/{answered}/",
        "/tickets/{closed}/",
        "/monitoring/terms/new/",
        "/monitoring/terms/{term}/",
        "/monitoring/terms/{term}/edit/",
        "/monitoring/sources/{failing}/",
        "/monitoring/mentions/{mention}/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/logout/",
    ],
    "pieter": ["/inbox/", "/tickets/{press}/", "/tickets/{threat}/"],
    "marieke": [
        *EVERYBODY,
        *LISTENING,
        "/inbox/",
        "/tickets/{press}/",
        "/governance/policies/",
        "/governance/policies/new/",
        "/governance/policies/webcare/1/",
        "/governance/policies/webcare/2/",
        "/policies-tryout/{version}/",
        "/judgement/",
        "/judgement/corrections/",
        "/monitoring/sources/new/",
        "/monitoring/sources/new/?platform=rss",
        "/monitoring/sources/{failing}/edit/",
        "/monitoring/channels/new/",
        "/monitoring/channels/new/?platform=x",
        "/monitoring/channels/{channel}/",
        "/monitoring/channels/{channel}/edit/",
    ],
    "anja": ["/governance/policies/", "/governance/policies/webcare/2/"],
    "eva": [*EVERYBODY, "/inbox/", "/bestaat-niet/"],
    "chris": [*LISTENING, "/monitoring/channels/{channel}/"],
    "admin": [
        *LISTENING,
        "/admin/",
        "/admin/people/user/",
        "/admin/people/user/{user}/change/",
        "/admin/people/team/",
        "/admin/people/institution/",
    ],
}
SIGNED_OUT = ["/account/login/", "/account/password/reset/", "/account/signup/"]


@pytest.fixture
def stage(product: Product) -> dict[str, Any]:
    """One of each kind of ticket, a failing source, and a version that waits for approval."""
    anna, pieter, marieke = person("anna"), person("pieter"), person("marieke")
    question = product.hear("@rocdewaterlanden waar vind ik het vakantierooster?", author="lotte")
    unsure = product.hear("@rocdewaterlanden hm", author="bram")
    answered = product.hear("@rocdewaterlanden is er wifi in Hoorn?", author="kim")
    closed = product.hear("@rocdewaterlanden hoe meld ik mij ziek?", author="sem")
    press = product.hear("@rocdewaterlanden persvraag: graag een reactie", author="wim")
    threat = product.hear(
        "@rocdewaterlanden morgen kom ik met een mes naar school", author="niemand"
    )
    for ticket, by in ((answered, anna), (press, pieter)):
        _answer(ticket, by)
    product.deliver()
    tickets.add_note(question, by=anna, text="Even vragen aan de roostermaker.")
    tickets.close(closed, by=anna, outcome=Ticket.Outcome.NO_ANSWER)
    draft = policies.start_draft(Policy.objects.get(), by=marieke)
    first = draft.sections.earliest("position")
    policies.write_section(
        draft,
        by=marieke,
        section=first,
        edition=first.edition,
        fields={"what": f"{first.what} En snel."},
    )
    policies.submit(draft, by=marieke, approver=person("anja"))
    product.platform.faults.add("feeds", times=9)
    for _ in range(3):
        product.listen()
    return {
        **{name: value.pk for name, value in locals().items() if isinstance(value, Ticket)},
        "version": draft.pk,
        "term": SearchTerm.objects.get(slug="over-ons").pk,
        "failing": Source.objects.get(name="Streeknieuws").pk,
        "channel": Channel.objects.get(platform="x").pk,
        "mention": Mention.objects.earliest("pk").pk,
        "user": anna.pk,
    }


def _answer(ticket: Ticket, by: Any) -> None:
    message = ticket.messages.select_related("mention").get()
    ticket.refresh_from_db()
    replies.write(
        ticket,
        mention=message.mention,
        text="Dank voor je bericht, we kijken ernaar.",
        by=by,
        form_key=uuid.uuid4(),
        seen_revision=ticket.revision,
    )


@pytest.mark.parametrize("slug", PAGES)
def test_pages_are_accessible_for(
    product: Product, stage: dict[str, Any], enter: Enter, slug: str
) -> None:
    page = enter(slug)

    found = [line for path in PAGES[slug] for line in look(page, path.format(**stage))]

    assert found == []


def test_pages_for_who_is_not_signed_in_are_accessible(
    product: Product, window: Callable[..., Page]
) -> None:
    page = window()

    assert [line for path in SIGNED_OUT for line in look(page, path)] == []


def test_what_opens_in_the_inbox_is_accessible(
    product: Product, stage: dict[str, Any], enter: Enter
) -> None:
    page = enter("anna")
    page.locator(f"#open-{stage['question']}").click()
    expect(page.locator("#ticket [data-open-ticket]")).to_be_visible()
    found = violations(page)
    for opener in ("[data-reroute] summary", "[data-close] summary", ".person summary"):
        page.locator(opener).click()
        found += violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()

    assert found + violations(page) == []
