"""An agent answers with an article; a teacher asks, an expert answers, everybody finds it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from smportal.demo import knowledge
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from training.domain.knowledge import public_link
from training.models import Article, Question

PHONE = {"width": 390, "height": 844}


def test_an_article_helps_with_an_answer(product: Product, enter: Enter) -> None:
    knowledge.build()
    article = Article.objects.get(code="portraits", language="nl")
    before = article.uses
    ticket = product.hear("@rocdewaterlanden mag mijn foto zomaar op jullie pagina?")

    anna = enter("anna", ticket.get_absolute_url())
    anna.locator("#reply_text").fill("Goede vraag!")
    anna.locator("[data-articles] summary").click()
    anna.locator("#article-words").fill("geplaatste foto")
    first = anna.locator(".article-hits > li").first
    expect(first).to_contain_text(article.title)
    assert axe.violations(anna) == []
    first.locator("button[value=link]").click()
    expect(anna.locator("#reply_text")).to_have_value(f"Goede vraag! {public_link(article)}")
    expect(anna.locator(".preview blockquote")).to_contain_text("/training/answers/")
    anna.locator(".composer .btn-primary").click()
    expect(anna.locator("[data-reply]")).to_have_count(1)

    anna.goto(article.get_absolute_url())
    expect(anna.locator("[data-uses]")).to_contain_text(f"{before + 1} keer")


def test_a_question_becomes_an_article_that_everybody_finds(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    knowledge.build()
    eva = enter("eva", "/training/questions/new/", viewport=PHONE, is_mobile=True, has_touch=True)
    eva.locator("[name=title]").fill("Hoe weet ik of er iemand ingelogd is?")
    eva.locator("[name=known][value=Instagram]").check()
    eva.locator("main form .btn-primary").tap()
    expect(eva.locator("h1")).to_have_text("Hoe weet ik of er iemand ingelogd is?")
    assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    asked = Question.objects.latest("pk")

    chris = enter("chris", "/people/waiting/")
    chris.locator(f"a[href='{asked.get_absolute_url()}']").click()
    chris.locator("[name=answer]").fill("Kijk bij *Beveiliging*: daar staan alle apparaten.")
    chris.locator("#reply ~ form .btn-primary").click()
    expect(chris.locator("#answer ~ .prose em")).to_have_text("Beveiliging")
    chris.locator("form[action$='/article/'] button").click()
    chris.locator("a[href$='/edit/']").click()
    chris.locator("[name=audience]").select_option("public")
    chris.locator("main form .btn-primary").click()
    chris.locator("button[name=to][value=published]").click()
    expect(chris.locator("#public")).to_be_visible()

    eva.goto(asked.get_absolute_url())
    eva.locator("form[action$='/thank/'] button").tap()
    expect(eva.locator(".badge-accent")).to_be_visible()

    stranger = window()
    stranger.goto("/training/answers/?q=inloggen")
    found = stranger.locator(".rows a", has_text="Hoe weet ik of er iemand ingelogd is?")
    expect(found).to_be_visible()
    found.click()
    stranger.locator("#useful button[value=yes]").click()
    expect(stranger.locator("#useful [role=status]")).to_be_visible()
    assert Article.objects.latest("pk").useful == 1


def test_every_page_about_knowledge_is_for_everybody(product: Product, enter: Enter) -> None:
    knowledge.build()
    knowledge.build()  # twice is once
    thea = enter("thea")
    article = Article.objects.get(code="hashtags", language="nl")
    public = Article.objects.get(code="portraits", language="nl")
    asked = Question.objects.latest("pk")
    pages = ["knowledge/", "knowledge/?q=foto", "knowledge/new/", "knowledge/most-used/"]
    pages += ["knowledge/stale/", "experts/", "experts/me/", "questions/", "questions/new/"]
    pages += ["answers/?q=foto", f"answers/{public.slug}/"]
    paths = [f"/training/{page}" for page in pages] + [asked.get_absolute_url()]
    paths += [f"{article.get_absolute_url()}{part}" for part in ("", "edit/", "versions/")]

    assert [found for path in paths for found in axe.look(thea, path)] == []
