"""From an item to a post: identity, dates, text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from connectors.rss import document, normalise
from connectors.rss.item import Item
from connectors.text import LONGEST_TITLE
from connectors.types import Author, Post
from tests.connectors.rss.conftest import ADDRESS, NOW, read, rss

Payload = Callable[[str], bytes]


def item(**changes: object) -> Item:
    given: dict[str, object] = {"id": "7", "link": "", "title": "Titel", "body": "", "raw": {}}
    return Item(**(given | changes))  # type: ignore[arg-type]


def test_a_wordpress_article_becomes_a_post(payload: Payload) -> None:
    article = read(payload("wordpress.xml"))[0]
    assert article == Post(
        external_id="https://waterlandsnieuws.example/?p=4711",
        title="Open dag bij ROC De Waterlanden ‘drukker dan ooit’",
        text=(
            "Open dag bij ROC De Waterlanden ‘drukker dan ooit’\n\n"
            "Ruim 900 scholieren bekeken zaterdag de opleidingen in Purmerend & Hoorn.\n\n"
            "Smaakmakerij\n\n"
            "De koks van De Smaakmakerij kookten 300 kommen soep.\n"
            "“Een topdag”, zegt de directeur."
        ),
        published_at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
        author=Author(handle="Joke de Boer", name="Joke de Boer"),
        url="https://waterlandsnieuws.example/2026/11/open-dag-roc/",
        lang="nl",
        raw=article.raw,
    )


def test_a_google_alert_leads_to_the_article_itself(payload: Payload) -> None:
    (post,) = read(payload("google_alert.xml"))
    assert post.url == "https://dagblad.example/regio/zorglab?bron=rss"
    assert post.external_id == "tag:google.com,2013:googlealerts/feed:1122334455667788990"
    assert post.author is None
    assert post.edited_at == datetime(2026, 11, 22, 20, 15, 31, tzinfo=UTC)


def test_a_json_feed_becomes_posts(payload: Payload) -> None:
    blog, note = read(payload("json_feed.json"))
    assert blog.url == "https://nieuws.example/2026/11/stage"
    assert blog.text == "Stage lopen in Zaandam\n\nMijn student Kok begint maandag."
    assert blog.published_at == datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    assert blog.author == Author("M. Visser", "M. Visser", url="https://docent.example/over")
    assert (note.external_id, note.text) == (
        "nieuws.example:42",
        "Lezenswaardig stuk over 5 < 6 redenen.",
    )


def test_an_item_that_says_nothing_is_counted(payload: Payload) -> None:
    found = document.read(payload("json_feed.json"), content_type="", address=ADDRESS)
    _, empty = normalise.posts(found.items, host="nieuws.example", now=NOW)
    assert [one.raw for one in empty] == [{"id": "leeg"}]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"id": "7"}, "nieuws.example:7"),
        ({"id": "https://a.example/?p=7"}, "https://a.example/?p=7"),
        ({"id": "urn:uuid:6e8bc430"}, "urn:uuid:6e8bc430"),
        ({"id": "", "link": "https://a.example/7"}, "https://a.example/7"),
        ({"id": "\x00", "link": "https://a.example/7"}, "https://a.example/7"),
    ],
)
def test_identity_is_the_id_else_the_link(given: dict[str, str], expected: str) -> None:
    assert normalise.external_id(item(**given), host="nieuws.example") == expected


def test_identity_without_id_and_link_is_title_and_date_together() -> None:
    day = datetime(2026, 11, 23, tzinfo=UTC)
    items = [
        item(id="", title=title, published_at=at)
        for title in ("Een", "Twee")
        for at in (None, day, day + timedelta(days=1))
    ]
    made = {normalise.external_id(one, host="nieuws.example") for one in items}
    assert len(made) == 6
    again = normalise.external_id(items[1], host="nieuws.example")
    assert again in made


def test_the_same_number_in_two_feeds_is_two_items() -> None:
    hosts = ("een.example", "twee.example")
    assert len({normalise.external_id(item(), host=host) for host in hosts}) == 2


def test_an_endless_id_is_shortened_and_still_tells_items_apart() -> None:
    made = [normalise.external_id(item(id="x" * 5_000 + end), host="n.example") for end in "ab"]
    assert len(set(made)) == 2
    assert max(map(len, made)) <= normalise.LONGEST_ID


def test_items_that_share_one_id_are_told_apart_by_link() -> None:
    items = "".join(
        f"<item><guid>https://home.example/</guid><title>{n}</title>"
        f"<link>https://home.example/{n}</link></item>"
        for n in range(3)
    )
    assert [post.external_id for post in read(rss(items))] == [
        "https://home.example/0",
        "https://home.example/1",
        "https://home.example/2",
    ]


def test_an_item_that_stands_there_twice_is_one_post() -> None:
    twice = "<item><guid>https://home.example/1</guid><title>Een</title></item>" * 2
    assert len(read(rss(twice))) == 1


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Mon, 23 Nov 2026 08:00:00 +0100", datetime(2026, 11, 23, 7, 0, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 08:00:00 GMT", datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 08:00:00", datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        ("2026-11-23T08:00:00", datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        ("2026-11-23T08:00:00+01:00", datetime(2026, 11, 23, 7, 0, tzinfo=UTC)),
        ("Sun, 25 Oct 2026 02:30:00 +0200", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("Sun, 25 Oct 2026 02:30:00 +0100", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("31 Feb 2026", NOW),
        ("0000-00-00", NOW),
        ("Mon, 23 Nov 2026 25:61:00 GMT", NOW),
        ("gisteren", NOW),
        ("", NOW),
        ("Tue, 01 Jan 2080 00:00:00 GMT", NOW),
        ("9999-99-99T99:99:99Z", NOW),
    ],
)
def test_a_date_is_read_in_utc_and_never_lies_in_the_future(written: str, moment: datetime) -> None:
    entry = (
        f"<item><guid>https://a.example/1</guid><title>T</title><pubDate>{written}</pubDate></item>"
    )
    assert [post.published_at for post in read(rss(entry))] == [moment]


@pytest.mark.parametrize("edited", [timedelta(days=-3), timedelta(days=-2), timedelta(hours=1)])
def test_an_edit_before_publication_or_in_the_future_is_none(edited: timedelta) -> None:
    odd = item(published_at=NOW - timedelta(days=2), edited_at=NOW + edited)
    made = normalise.post(odd, host="n.example", now=NOW)
    assert made is not None
    assert made.edited_at is None


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://a.example/1", "https://a.example/1"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[kapot", ""),
        ("https://a.example/" + "x" * 3_000, ""),
        ("https://www.google.com/url?q=javascript:alert(1)", ""),
    ],
)
def test_only_a_web_address_is_a_link(link: str, kept: str) -> None:
    made = normalise.post(item(link=link), host="n.example", now=NOW)
    assert made is not None
    assert made.url == kept


def test_a_giant_item_is_cut_and_storable() -> None:
    giant = item(title="T" * 5_000, body="<p>" + "a\x00b" * 500_000, raw={"body": "x" * 1_000_000})
    made = normalise.post(giant, host="n.example", now=NOW)
    assert made is not None
    assert len(made.title) == LONGEST_TITLE
    assert len(made.text) <= 110_000
    assert "\x00" not in made.text
    assert len(made.raw["body"]) == 20_000
