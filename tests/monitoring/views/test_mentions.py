from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import User
from tests.factories.monitoring import MatchFactory, MentionFactory, SearchTermFactory
from tests.factories.webcare import ticket_about

pytestmark = pytest.mark.django_db
LIST = "monitoring:mention-list"


@pytest.fixture
def page(client: Client, anna: User) -> Client:
    client.force_login(anna)
    return client


def found(page: Client, **filters: Any) -> list[str]:
    return [one.text for one in page.get(reverse(LIST), filters).context["mentions"]]


def test_the_newest_mention_stands_first(page: Client) -> None:
    MentionFactory(text="oud", published_at=now() - timedelta(days=1))
    MentionFactory(text="nieuw")

    assert found(page) == ["nieuw", "oud"]


def test_what_no_term_finds_is_shown_on_demand(page: Client) -> None:
    MentionFactory(text="niets", is_relevant=False)

    assert found(page) == []
    assert found(page, all="on") == ["niets"]


def test_search_knows_dutch_forms(page: Client) -> None:
    MentionFactory(text="Waar staan de roosters?")
    MentionFactory(text="Mooi weer")

    assert found(page, q="rooster") == ["Waar staan de roosters?"]


def test_filters_narrow_the_list(page: Client) -> None:
    term = SearchTermFactory()
    match = MatchFactory(term=term, mention__text="raak", mention__sentiment="negative")
    MentionFactory(text="mis", platform="facebook", sentiment="positive")
    MentionFactory(text="oud", published_at=now() - timedelta(days=40))

    assert found(page, term=term.pk) == ["raak"]
    assert found(page, platform="facebook") == ["mis"]
    assert found(page, tone="negative") == ["raak"]
    assert found(page, source=match.mention.source_id) == ["raak"]
    assert found(page, days="30", platform="x") == ["raak"]


def test_a_filter_that_makes_no_sense_narrows_nothing(page: Client) -> None:
    MentionFactory(text="er")

    assert found(page, platform="myspace", term="x", days="?", after="nonsense") == ["er"]


def test_the_pages_hold_every_mention_once(page: Client) -> None:
    at = now()
    for number in range(120):
        MentionFactory(text=str(number), published_at=at - timedelta(minutes=number // 3))

    seen: list[str] = []
    after = ""
    for _ in range(3):
        answer = page.get(reverse(LIST), {"after": after})
        seen += [one.text for one in answer.context["mentions"]]
        after = answer.context["next"]

    assert after == ""
    assert sorted(seen, key=int) == [str(number) for number in range(120)]


@pytest.mark.parametrize("rows", [1, 10])
def test_the_list_costs_a_fixed_number_of_queries(
    page: Client, rows: int, django_assert_num_queries: Any
) -> None:
    for _ in range(rows):
        MatchFactory()
    page.get(reverse(LIST))

    with django_assert_num_queries(6):
        page.get(reverse(LIST))


def test_htmx_gets_only_the_rows(page: Client) -> None:
    MentionFactory(text="er")

    body = page.get(reverse(LIST), headers={"HX-Request": "true"}).content.decode()

    assert body.lstrip().startswith('<section class="panel panel-flush" id="rows"')


def test_a_mention_shows_its_marked_words_and_its_conversation(page: Client) -> None:
    term = SearchTermFactory(query="rooster")
    mention = MentionFactory(text="Waar is het <b>rooster</b>?", conversation="c1")
    MentionFactory(text="Op de site", conversation="c1", in_reply_to=mention.external_id)
    MentionFactory(text="Iets anders")
    MatchFactory(mention=mention, term=term)

    body = page.get(mention.get_absolute_url()).content.decode()

    assert "&lt;b&gt;<mark>rooster</mark>&lt;/b&gt;" in body
    assert "Op de site" in body
    assert "Iets anders" not in body


def test_a_mention_links_to_its_ticket(page: Client) -> None:
    ticket = ticket_about("Vraag")
    mention = ticket.messages.get().mention

    assert ticket.get_absolute_url() in page.get(mention.get_absolute_url()).content.decode()


def test_a_deleted_mention_says_so(page: Client) -> None:
    mention = MentionFactory(text="", deleted_at=now())

    assert "deleted this" in page.get(mention.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "after",
    [
        "2026-11-23T10:00:00+00:00~²",
        "2026-11-23T10:00:00~1",
        "0001-01-01T00:00:00+14:00~1",
        "9999-12-31T23:59:59-12:00~1",
        f"2026-11-23T10:00:00+00:00~{'9' * 40}",
    ],
)
def test_a_mark_that_nobody_made_shows_a_page_all_the_same(page: Client, after: str) -> None:
    assert page.get(reverse(LIST), {"after": after}).status_code == 200
