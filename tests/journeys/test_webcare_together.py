"""Two agents at once, in two browsers: nobody answers twice, and nobody works blind."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from webcare.domain import tickets
from webcare.models import Reply, Ticket

QUESTION = "@rocdewaterlanden waar vind ik het vakantierooster?"


def claim(page: Page) -> None:
    page.locator("form[action$='/do/claim/'] button").click()


def test_who_claims_second_hears_who_was_first(product: Product, enter: Enter) -> None:
    ticket = product.hear(QUESTION)
    anna, bas = enter("anna", ticket.get_absolute_url()), enter("bas", ticket.get_absolute_url())

    claim(anna)
    expect(anna.locator("form[action$='/do/release/']")).to_be_visible()
    claim(bas)

    expect(bas.locator("#messages")).to_contain_text("Anna")
    expect(bas.locator("form[action$='/do/take-over/']")).to_have_count(1)
    expect(bas.locator("#reply_text")).to_have_count(0)
    assert Ticket.objects.get().owner == person("anna")


def test_colleagues_see_each_other_in_the_list_and_in_the_ticket(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION)
    anna = enter("anna", ticket.get_absolute_url())

    bas = enter("bas")
    expect(bas.locator(f"#row-{ticket.pk} .onlooker")).to_contain_text("Anna")
    bas.locator(f"#open-{ticket.pk}").click()
    expect(bas.locator("[data-others]")).to_contain_text("Anna")
    expect(anna.locator("[data-others]")).to_contain_text("Bas")

    anna.locator("#reply_text").press_sequentially("Dag")
    expect(bas.locator("[data-others] .bi-pencil-fill")).to_be_visible()
    anna.goto("/inbox/")
    expect(bas.locator("[data-others]")).to_be_empty()


def test_a_collision_shows_within_five_seconds(product: Product, enter: Enter) -> None:
    """R3: two agents in one ticket; one takes it while the other writes."""
    ticket = product.hear(QUESTION)
    anna = enter("anna", ticket.get_absolute_url())
    anna.locator("#reply_text").fill("Het rooster staat op de site.")

    bas = enter("bas", ticket.get_absolute_url())
    expect(anna.locator("[data-others] .onlooker")).to_contain_text("Bas", timeout=5_000)
    claim(bas)
    expect(anna.locator("[data-others] .badge")).to_contain_text("Bas", timeout=5_000)

    anna.locator("[data-composer] button").click()
    expect(anna.locator("#messages")).to_contain_text("Bas")
    assert not Reply.objects.exists()


def test_a_change_that_was_not_seen_stops_the_answer_and_keeps_every_word(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna", ticket.get_absolute_url())
    page.locator("#reply_text").fill("Het rooster staat op de site.")

    tickets.add_note(ticket, by=person("bas"), text="Net veranderd: nieuw adres!")
    page.locator("[data-composer] button").click()

    expect(page.locator("[role=alert]")).to_contain_text("Bas")
    expect(page.locator("#reply_text")).to_have_value("Het rooster staat op de site.")
    expect(page.locator("#reply_text")).to_be_focused()
    assert not Reply.objects.exists()

    page.locator("[data-composer] button").click()
    expect(page.locator("[data-reply='queued']")).to_be_visible()
    product.deliver()
    assert product.answers() == ["Het rooster staat op de site."]


def test_the_inbox_says_that_a_colleague_added_something_while_one_writes(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna")
    page.locator(f"#open-{ticket.pk}").click()
    page.locator("#reply_text").fill("Half een")

    tickets.add_note(ticket, by=person("bas"), text="Ik bel haar even.")

    expect(page.locator("[data-changed]")).to_be_visible()
    expect(page.locator("#reply_text")).to_have_value("Half een")
    page.locator("[data-refresh]").click()
    expect(page.locator(".said-note")).to_contain_text("Ik bel haar even.")
    expect(page.locator("#reply_text")).to_have_value("Half een")


def test_an_open_ticket_that_nobody_works_in_shows_the_change_by_itself(
    product: Product, enter: Enter
) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna")
    page.locator(f"#open-{ticket.pk}").click()
    expect(page.locator("#reply_text")).to_be_visible()

    tickets.add_note(ticket, by=person("bas"), text="Ik bel haar even.")

    expect(page.locator(".said-note")).to_contain_text("Ik bel haar even.")


def test_the_same_form_posted_twice_is_one_answer(product: Product, enter: Enter) -> None:
    ticket = product.hear(QUESTION)
    page = enter("anna", ticket.get_absolute_url())
    page.locator("#reply_text").fill("Eén keer is genoeg.")

    # As after a double click without scripts, or a form sent again on going back.
    statuses = page.evaluate(
        """async () => {
            const form = document.querySelector("[data-composer]");
            const post = () => fetch(form.action, { method: "POST", body: new FormData(form) });
            return (await Promise.all([post(), post()])).map((answer) => answer.status);
        }"""
    )

    assert statuses == [200, 200]
    product.deliver()
    assert product.answers() == ["Eén keer is genoeg."]


def test_an_answer_to_the_press_waits_for_a_colleague(product: Product, enter: Enter) -> None:
    ticket = product.hear(
        "@rocdewaterlanden graag een reactie op de lesuitval, ik ben verslaggever", author="wim"
    )
    assert ticket.needs_approval
    pieter = enter("pieter", ticket.get_absolute_url())
    pieter.locator("#reply_text").fill("Beste Wim, ik bel je zo.")
    pieter.locator("[data-composer] button").click()
    expect(pieter.locator("[data-reply='awaiting']")).to_be_visible()
    expect(pieter.locator("form[action$='/approve/']")).to_have_count(0)
    product.deliver()
    assert product.answers() == []

    marieke = enter("marieke", ticket.get_absolute_url())
    marieke.locator("form[action$='/approve/'] button").click()
    expect(marieke.locator("[data-reply='queued']")).to_contain_text("Marieke")

    product.deliver()
    assert product.answers() == ["Beste Wim, ik bel je zo."]
