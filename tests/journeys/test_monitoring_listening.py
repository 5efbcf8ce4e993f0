"""What we listen to: sources that fail say so in plain words, search terms are tried first."""

from __future__ import annotations

from playwright.sync_api import expect

from monitoring.models import SearchTerm, Source
from tests.journeys.conftest import Enter
from tests.journeys.product import Product


def test_a_feed_is_looked_at_before_it_is_saved_and_then_read(
    product: Product, enter: Enter
) -> None:
    Source.objects.filter(platform="rss").delete()
    product.say("Honderd studenten ruimen duinen op", platform="feeds", author="Redactie")
    page = enter("marieke", "/monitoring/sources/")

    page.locator("a[href$='/sources/new/']").click()
    page.locator("a[href='?platform=rss']").click()
    page.locator("[name=address]").fill(f"{product.platform.url}/feeds/nieuws.rss")
    page.locator("[name=address]").blur()
    expect(page.locator("#preview")).to_contain_text("duinen")
    page.locator("main form .btn-primary").click()

    source = Source.objects.get(platform="rss")
    expect(page).to_have_url(f"{product.url}{source.get_absolute_url()}")
    product.say("ROC De Waterlanden opent een restaurant", platform="feeds", author="Redactie")
    product.listen()
    page.goto("/monitoring/")
    expect(page.locator("main")).to_contain_text("opent een restaurant")


def test_an_address_without_a_feed_is_refused_in_plain_words(
    product: Product, enter: Enter
) -> None:
    page = enter("marieke", "/monitoring/sources/new/?platform=rss")

    page.locator("[name=address]").fill(f"{product.platform.url}/feeds/bestaatniet.rss")
    page.locator("main form .btn-primary").click()

    expect(page.locator(".is-invalid .field-error")).to_be_visible()
    assert not Source.objects.filter(address__contains="bestaatniet").exists()


def test_a_search_term_is_tried_while_it_is_typed(product: Product, enter: Enter) -> None:
    product.hear("@rocdewaterlanden de kantine in Hoorn is geweldig")
    page = enter("carla", "/monitoring/terms/new/")

    page.locator("[name=query]").press_sequentially("kantine AND hoorn")

    expect(page.locator("#try-result mark").first).to_be_visible()
    expect(page.locator("#try-result [role=status]")).to_contain_text("1")

    page.locator("[name=name]").fill("Kantine")
    page.locator("main form .btn-primary").click()
    term = SearchTerm.objects.get(name="Kantine")
    expect(page).to_have_url(f"{product.url}{term.get_absolute_url()}")


def test_a_mistake_in_a_query_is_shown_at_its_place_and_saves_nothing(
    product: Product, enter: Enter
) -> None:
    page = enter("carla", "/monitoring/terms/new/")

    page.locator("[name=name]").fill("Kantine")
    page.locator("[name=query]").fill("kantine AND OR hoorn")
    expect(page.locator("#try-result .caret")).to_have_text("AND")
    page.locator("main form .btn-primary").click()

    expect(page.locator("form .caret, form ~ .query .caret").first).to_have_text("AND")
    assert not SearchTerm.objects.filter(name="Kantine").exists()


def test_what_a_new_term_matches_stands_on_its_page(product: Product, enter: Enter) -> None:
    product.hear("@rocdewaterlanden de kantine in Hoorn is geweldig")
    page = enter("carla", f"/monitoring/?term={SearchTerm.objects.get(slug='over-ons').pk}")

    expect(page.locator("main")).to_contain_text("de kantine in Hoorn")


def test_a_source_that_fails_says_so_in_plain_words(product: Product, enter: Enter) -> None:
    product.platform.faults.add("feeds", times=50)
    for _ in range(3):
        product.listen()

    page = enter("chris", "/monitoring/sources/")

    row = page.locator(".rows > li", has_text="Streeknieuws")
    expect(row.locator(".badge-bad")).to_be_visible()
    expect(row).not_to_contain_text("500")
    expect(row).not_to_contain_text("Traceback")
    expect(page.locator(".rows > li", has_text="Mastodon").locator(".badge-bad")).to_have_count(0)
