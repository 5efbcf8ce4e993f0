"""Feeds: three forms of the same news, and conditional GET."""

from __future__ import annotations

from datetime import UTC, datetime

import feedparser

from sandbox import Server
from tests.sandbox.conftest import Caller

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def test_all_forms_tell_the_same(server: Server, call: Caller) -> None:
    server.feeds.add_item("nieuws", "Brug <dicht> & open", "De brug is dicht.", at=AT)
    rss = feedparser.parse(call.get("/feeds/nieuws.rss").content)
    atom = feedparser.parse(call.get("/feeds/nieuws.atom").content)
    item = call.get("/feeds/nieuws.json").json()["items"][0]
    assert not rss.bozo
    assert not atom.bozo
    assert (rss.version, atom.version) == ("rss20", "atom10")
    assert rss.entries[0].id == atom.entries[0].id == item["id"]
    assert rss.entries[0].published_parsed[:5] == atom.entries[0].published_parsed[:5]
    assert item["date_published"] == "2026-11-20T09:30:00+00:00"
    assert item["title"] == "Brug <dicht> & open"


def test_nothing_new_is_a_304_by_etag_and_by_date(server: Server, call: Caller) -> None:
    server.feeds.add_item("nieuws", "Eerst", "tekst", at=AT)
    first = call.get("/feeds/nieuws.rss")
    by_tag = call("GET", "/feeds/nieuws.rss", headers={"If-None-Match": first.headers["ETag"]})
    by_date = call(
        "GET",
        "/feeds/nieuws.rss",
        headers={"If-Modified-Since": first.headers["Last-Modified"]},
    )
    server.feeds.add_item("nieuws", "Daarna", "tekst")
    after = call("GET", "/feeds/nieuws.rss", headers={"If-None-Match": first.headers["ETag"]})
    assert [by_tag.status_code, by_date.status_code, after.status_code] == [304, 304, 200]
    assert by_tag.content == b""


def test_each_feed_has_its_own_items_and_an_unknown_one_is_404(
    server: Server, call: Caller
) -> None:
    server.feeds.add_item("onderwijsblog", "Keuzedelen", "tekst")
    assert call.get("/feeds/nieuws.json").json()["items"] == []
    assert len(call.get("/feeds/onderwijsblog.json").json()["items"]) == 1
    assert call.get("/feeds/sport.rss").status_code == 404


def test_a_feed_can_move_or_go_for_good(server: Server, call: Caller) -> None:
    server.faults.add("feeds", "/nieuws.rss", "301", to=f"{server.url}/feeds/nieuws.atom")
    server.faults.add("feeds", "/nieuws.rss", "410")
    moved, gone = call.get("/feeds/nieuws.rss"), call.get("/feeds/nieuws.rss")
    assert moved.status_code == 301
    assert moved.headers["Location"].endswith("/feeds/nieuws.atom")
    assert gone.status_code == 410
