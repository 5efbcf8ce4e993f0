"""Strangers' markup as plain text, and their data as storable data."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from connectors.text import LONGEST_TEXT, clean, language, plain_text, storable, web_address


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("twee\nregels", "twee\nregels"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("een<br/>twee<br>drie", "een\ntwee\ndrie"),
        ("<p>een\n   zin</p>", "een zin"),
        ("<ul><li>een</li><li>twee</li></ul>", "een\n\ntwee"),
        ("<b>vet</b><i>schuin</i>", "vetschuin"),
        ("<script>alert(1)</script>na", "na"),
        ("<style>p{}</style>na", "na"),
        ('<img src=x onerror="alert(1)">na', "na"),
        ("<!-- stil -->na", "na"),
        ("een &nbsp; twee", "een twee"),
        ("5 < 6 en 7 > 6", "5 < 6 en 7 > 6"),
        ("<p>open <b>einde", "open einde"),
        ("<svg><script>x</script></svg>na", "na"),
        ("", ""),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<a href="https://a.nl/b">klik hier</a>', "klik hier (https://a.nl/b)"),
        (
            '<a href="https://a.nl/b?c=1&amp;d=2">https://a.nl/b?c=1&amp;d=2</a>',
            "https://a.nl/b?c=1&d=2",
        ),
        (
            '<a href="https://a.nl/lang/adres"><span>a.nl/lang…</span></a>',
            "https://a.nl/lang/adres",
        ),
        ('<a href="https://a.nl/@anna" class="mention">@<span>anna</span></a>', "@anna"),
        ('<a href="https://a.nl/tags/mbo">#<span>mbo</span></a>', "#mbo"),
        ('<a href="javascript:alert(1)">hier</a>', "hier"),
        (
            '<a href="https://bank.nl.evil.example/">bank.nl</a>',
            "bank.nl (https://bank.nl.evil.example/)",
        ),
        ("<a>leeg</a>", "leeg"),
    ],
)
def test_a_link_shows_where_it_leads(markup: str, text: str) -> None:
    assert plain_text(markup, keep_links=True) == text


def test_without_links_only_the_words_stay() -> None:
    assert plain_text('<a href="https://a.nl/b">klik hier</a>') == "klik hier"


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 200_000, "<" * 1_000_000, '<a href="' * 100_000, "<a>" * 300_000, "&lt;" * 300_000],
)
def test_hostile_markup_costs_no_time(markup: str) -> None:
    began = time.monotonic()
    plain_text(markup, keep_links=True)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("a\x00b\x1fc\x7fd\x9fe", "abcde"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("tab\tblijft", "tab\tblijft"),
        ("half \ud83d surrogaat", "half  surrogaat"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066isolaat\u2069", "isolaat"),
        ("👩\u200d🍳 blijft", "👩\u200d🍳 blijft"),
        (" rand ", "rand"),
    ],
)
def test_text_loses_what_cannot_be_stored_or_turns_it_around(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


def test_a_giant_text_is_cut() -> None:
    assert len(clean("x" * 3_000_000)) == LONGEST_TEXT


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ({"a\x00": "b\x00"}, {"a": "b"}),
        ([float("nan"), float("inf"), 1.5], ["nan", "inf", 1.5]),
        ((1, True, None), [1, True, None]),
        ([2**63 - 1, 2**63], [2**63 - 1, str(2**63)]),
        ({1: b"x"}, {"1": "b'x'"}),
        ("\ud800", ""),
    ],
)
def test_any_answer_can_be_stored(value: Any, stored: Any) -> None:
    assert storable(value) == stored


def test_a_deep_or_wide_answer_is_cut() -> None:
    deep: Any = "x"
    for _ in range(500):
        deep = [deep]
    assert len(json.dumps(storable(deep))) < 200
    assert len(storable([0] * 50_000)) == 1_000
    assert len(storable("x" * 1_000_000)) == 20_000


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://a.nl", "https://a.nl"),
        (" http://a.nl\x00 ", "http://a.nl"),
        ("javascript:alert(1)", ""),
        ("//a.nl", ""),
        ("https://a.nl/" + "x" * 2_000, ""),
        (None, ""),
        ({"href": "x"}, ""),
    ],
)
def test_only_a_web_address_is_one(value: Any, address: str) -> None:
    assert web_address(value) == address


@pytest.mark.parametrize(
    ("tag", "code"),
    [("nl", "nl"), ("NL-be", "nl"), ("pt_BR", "pt"), ("dutch", ""), ("", ""), (None, ""), (7, "")],
)
def test_a_language_is_its_first_part(tag: Any, code: str) -> None:
    assert language(tag) == code
