"""One feed over real HTTP: conditional reading, moving, going away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.errors import Gone, Rejected
from connectors.rss.connector import Rss
from connectors.types import Identity, Kind, Target
from tests.connectors.rss.conftest import NOW, rss
from tests.connectors.wire import Wire

VALIDATORS = {"ETag": 'W/"abc"', "Last-Modified": "Mon, 23 Nov 2026 07:45:12 GMT"}
FEED = rss("<item><guid isPermaLink='false'>1</guid><title>Een</title></item>").decode()


@pytest.fixture
def feed(wire: Wire) -> Rss:
    target = Target(
        kind=Kind.FEED,
        address=f"{wire.url}/feed",
        trusted_hosts=frozenset({wire.url.removeprefix("http://")}),
    )
    return Rss(target, clock=lambda: NOW)


def test_a_first_read_asks_for_all(feed: Rss, wire: Wire) -> None:
    wire.answers(FEED, headers=VALIDATORS)
    batch = feed.fetch({})
    assert [post.external_id for post in batch.posts] == ["127.0.0.1:1"]
    assert not batch.more
    assert "if-none-match" not in wire.asked[0].headers
    assert "application/rss+xml" in wire.asked[0].headers["accept"]


def test_the_next_read_sends_both_validators(feed: Rss, wire: Wire) -> None:
    wire.answers(FEED, headers=VALIDATORS)
    wire.answers("", status=304)
    cursor = feed.fetch({}).cursor
    batch = feed.fetch(cursor)
    assert wire.asked[1].headers["if-none-match"] == VALIDATORS["ETag"]
    assert wire.asked[1].headers["if-modified-since"] == VALIDATORS["Last-Modified"]
    assert (batch.posts, batch.cursor) == ((), cursor)


def test_a_feed_that_did_not_change_is_not_parsed(
    feed: Rss, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire.answers(FEED)
    wire.answers(FEED, headers={"ETag": '"new"'})
    cursor = feed.fetch({}).cursor
    monkeypatch.setattr("feedparser.parse", None)
    batch = feed.fetch(cursor)
    assert batch.posts == ()
    assert batch.cursor == {**cursor, "etag": '"new"'}


def test_a_feed_that_changed_is_read_whole(feed: Rss, wire: Wire) -> None:
    wire.answers(FEED)
    wire.answers(FEED.replace("Een", "Twee"))
    batch = feed.fetch(feed.fetch({}).cursor)
    assert [post.text for post in batch.posts] == ["Twee"]


def test_a_validator_that_cannot_be_sent_back_is_not_kept(feed: Rss, wire: Wire) -> None:
    wire.answers(FEED, headers={"ETag": '"caf\xe9"', "Last-Modified": "x" * 5_000})
    assert list(feed.fetch({}).cursor) == ["hash"]


@pytest.mark.parametrize(
    ("status", "moved"), [(301, True), (308, True), (302, False), (307, False)]
)
def test_only_a_lasting_redirect_moves_the_feed(
    status: int, moved: bool, feed: Rss, wire: Wire
) -> None:
    wire.answers("", status=status, headers={"Location": "/new"})
    wire.answers(FEED)
    batch = feed.fetch({})
    assert len(batch.posts) == 1
    assert batch.moved_to == (f"{wire.url}/new" if moved else "")


def test_a_feed_that_moved_and_did_not_change_has_still_moved(feed: Rss, wire: Wire) -> None:
    wire.answers("", status=301, headers={"Location": "/new"})
    wire.answers("", status=304)
    assert feed.fetch({"etag": '"x"'}).moved_to == f"{wire.url}/new"


def test_a_feed_that_is_gone_is_gone(feed: Rss, wire: Wire) -> None:
    wire.answers("", status=410)
    with pytest.raises(Gone):
        feed.fetch({})


def test_a_web_page_is_no_feed(feed: Rss, wire: Wire) -> None:
    wire.answers("<!doctype html><title>Onderhoud</title>")
    with pytest.raises(Rejected, match="web page"):
        feed.fetch({})


def test_what_was_left_out_of_a_long_feed_is_told(feed: Rss, wire: Wire) -> None:
    wire.answers(rss("<item><title>Nog een</title></item>" * 1_001).decode())
    assert feed.fetch({}).gap == "The feed is too long: 1 items were left out."


def test_check_gives_the_name_of_the_feed(
    feed: Rss, wire: Wire, payload: Callable[[str], bytes]
) -> None:
    wire.answers(payload("wordpress.xml").decode())
    assert feed.check() == Identity(f"{wire.url}/feed", "127.0.0.1", "Waterlands Nieuws")


def test_a_feed_without_address_is_refused() -> None:
    with pytest.raises(Rejected):
        Rss(Target(kind=Kind.FEED)).fetch({})
