"""What somebody types finds the article that answers."""

from __future__ import annotations

import pytest

from tests.factories.knowledge import ArticleFactory
from training.domain import dutch_forms, knowledge_search
from training.models import Article

pytestmark = pytest.mark.django_db


def titles(words: str) -> list[str]:
    found = knowledge_search.find(Article.objects.all(), words)
    return [hit.article.title for hit in found.rows]


def how(words: str) -> str:
    return knowledge_search.find(Article.objects.all(), words).how


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("inloggen", "Iemand heeft ingelogd"),
        ("ingelogd", "Hoe kan ik inloggen?"),
        ("plaatsen", "Een foto die geplaatst is"),
        ("geplaatst", "Wat mag ik plaatsen?"),
        ("aanmaken", "Een account dat is aangemaakt"),
        ("aangemaakt", "Een account aanmaken"),
        ("reizen", "Wie heeft gereisd"),
        ("studenten", "Een vraag van een student"),
        ("vrien", "Vrienden worden"),  # not finished yet
        ("de foto van een student", "Foto's van studenten"),
    ],
)
def test_another_form_of_the_word_finds_it(typed: str, written: str) -> None:
    ArticleFactory(title="Hashtags schrijven")
    ArticleFactory(title=written)

    assert titles(typed) == [written]


def test_a_word_that_is_no_verb_has_no_other_forms() -> None:
    assert dutch_forms.beginnings("hashtag") == []
    assert dutch_forms.beginnings("een") == []


def test_an_english_article_is_found_by_english_stems() -> None:
    ArticleFactory(title="Posting pictures", summary="Ask first.", language="en")

    assert titles("posted picture") == ["Posting pictures"]


def test_the_title_weighs_more_than_the_text() -> None:
    ArticleFactory(title="Klachten", body="Ook over hashtags.")
    ArticleFactory(title="Hashtags", body="Meer niet.")

    assert titles("hashtag") == ["Hashtags", "Klachten"]


def test_some_words_are_better_than_none_and_a_typing_error_is_forgiven() -> None:
    ArticleFactory(title="Portretrecht", summary="Over foto's van iemand anders.")

    assert (titles("portretrecht kanarie"), how("portretrecht kanarie")) == (
        ["Portretrecht"],
        "some",
    )
    assert (titles("portertrecht"), how("portertrecht")) == (["Portretrecht"], "near")
    assert titles("zwembad") == []


@pytest.mark.parametrize(
    "typed", ["a:* & !b | (c", "'; drop table", "\0", "&&&", ":*", "de", "<->"]
)
def test_signs_are_no_operators(typed: str) -> None:
    knowledge_search.find(Article.objects.all(), typed)


def test_the_words_are_marked_and_nothing_else_is_markup() -> None:
    ArticleFactory(summary="Kort.", body="Een **foto** van <script>alert(1)</script> iemand.")

    [hit] = knowledge_search.find(Article.objects.all(), "foto").rows

    assert "<mark>foto</mark>" in hit.snippet
    assert "**" not in hit.snippet
    assert "<script>" not in hit.snippet


@pytest.mark.parametrize("words", ["", "antwoord", "antwoord kanarie"])
def test_pages_together_hold_everything_once(words: str) -> None:
    made = {article.pk for article in ArticleFactory.create_batch(7)}
    seen: list[int] = []
    after = ""
    for _page in range(4):
        found = knowledge_search.find(Article.objects.all(), words, after=after, size=2)
        seen += [hit.article.pk for hit in found.rows]
        after = found.next

    assert after == ""
    assert (set(seen), len(seen)) == (made, 7)


@pytest.mark.parametrize("after", ["all~x~y", "near~1~1", "nonsense", "some~99999999999~1"])
def test_a_place_that_nobody_named_breaks_nothing(after: str) -> None:
    ArticleFactory()
    knowledge_search.find(Article.objects.all(), "antwoord", after=after)
