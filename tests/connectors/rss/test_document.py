"""Whole, broken and hostile documents."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from connectors.errors import Rejected, Temporary
from connectors.rss import document
from tests.connectors.rss.conftest import ADDRESS, read, rss

Payload = Callable[[str], bytes]


def document_of(body: bytes) -> document.Document:
    return document.read(body, content_type="text/xml", address=ADDRESS)


@pytest.mark.parametrize(
    ("name", "title", "count"),
    [
        ("wordpress.xml", "Waterlands Nieuws", 2),
        ("google_alert.xml", 'Google Alert - "ROC De Waterlanden"', 1),
        ("json_feed.json", "Blog van een docent", 3),
        ("truncated.xml", "Afgebroken & kapot", 2),
    ],
)
def test_each_kind_of_feed_is_read(name: str, title: str, count: int, payload: Payload) -> None:
    found = document_of(payload(name))
    assert (found.title, len(found.items)) == (title, count)


def test_items_that_are_no_items_are_kept_raw(payload: Payload) -> None:
    found = document_of(payload("json_feed.json"))
    assert [one.raw for one in found.unparsed] == [
        "geen object",
        {"id": {"raar": True}, "content_text": "x"},
    ]


def test_a_feed_without_items_is_still_a_feed() -> None:
    assert document_of(rss("")).items == ()


def test_a_web_page_is_refused_and_its_feed_named(payload: Payload) -> None:
    with pytest.raises(Rejected, match="a web page, not a feed") as told:
        document_of(payload("web_page.html"))
    assert str(told.value).endswith("https://nieuws.example/feed/?a=1&b=2")


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body>Onderhoud</body></html>",
        b"\xef\xbb\xbf\n<!doctype HTML><p>x",
        b'<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "x"><html/>',
    ],
)
def test_a_web_page_is_known_in_any_dress(page: bytes) -> None:
    with pytest.raises(Rejected, match=r"not a feed\.$"):
        document_of(page)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  \n",
        b"\x00\xff\xfe garbage",
        b"%PDF-1.7",
        b"just words",
        b"<?xml version='1.0'?><unknown/>",
        b'{"version": "https://jsonfeed.org/version/1.1"}',
        b'{"items": []}',
        b"{broken",
        b"{" + b'"a":[' * 50_000,
    ],
)
def test_what_is_no_feed_now_may_be_one_later(body: bytes) -> None:
    with pytest.raises(Temporary):
        document_of(body)


def test_a_body_that_names_a_file_does_not_open_it(tmp_path: Path, payload: Payload) -> None:
    (tmp_path / "secret.xml").write_bytes(payload("wordpress.xml"))
    with pytest.raises(Temporary):
        document_of(str(tmp_path / "secret.xml").encode())


def test_an_entity_bomb_goes_out_quietly(payload: Payload) -> None:
    began = time.monotonic()
    (post,) = read(payload("entity_bomb.xml"))
    assert len(post.text) < 100
    assert time.monotonic() - began < 2


def test_an_external_entity_is_not_fetched(payload: Payload) -> None:
    (post,) = read(payload("external_entity.xml"))
    assert "root:" not in post.text
    assert post.text.startswith("Gluren\n\nvoor")


def test_a_very_deep_document_is_survived() -> None:
    deep = b"<x>" * 20_000
    assert document_of(rss("<item><title>Diep</title></item>")[:-16] + deep).title == "Nieuws"


def test_a_feed_without_end_is_read_up_to_a_thousand_items() -> None:
    found = document_of(rss("<item><title>Nog een</title></item>" * 1_200))
    assert (len(found.items), found.left_out) == (1_000, 200)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_that_a_feed_declares_is_followed(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = head + rss("<item><title>Café één</title></item>").decode()
    assert [post.text for post in read(text.encode(encoding))] == ["Café één"]
