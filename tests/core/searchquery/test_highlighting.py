from __future__ import annotations

import pytest

from core.searchquery import Document, compile_terms, parse


def marked(query: str, text: str, lists: dict[str, list[str]] | None = None) -> list[str]:
    matcher = compile_terms({"term": parse(query)}, lists)
    return [text[start:end] for start, end in matcher.explain("term", Document(text))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("kok", "De Kok en de kok.", ["Kok", "kok"]),
        ("cafe", "Naar het Café!", ["Café"]),
        ("cafe", "Naar het Cafe\u0301!", ["Cafe\u0301"]),
        ("strasse", "de Straße op", ["Straße"]),
        ("foto", "mooie foto's", ["foto"]),
        ("foto's", "mooie foto’s", ["foto’s"]),
        ('"open dag"', "op de open –  dag zelf", ["open –  dag"]),
        ("stage*", "mijn stageplek", ["stageplek"]),
        ("rocdw", "trots #ROCDW", ["ROCDW"]),
        ("#rocdw", "trots #ROCDW", ["#ROCDW"]),
        ("@jan", "cc @Jan@server.nl.", ["@Jan@server.nl"]),
        ("👍", "😂👍🏽😂", ["👍🏽"]),
        ("roc", "𝗥𝗢𝗖 stage", ["𝗥𝗢𝗖"]),
        ("kok -bakker", "de kok", ["kok"]),
        ("kok OR stage OR bpv", "stage als kok", ["stage", "kok"]),
        ('"de kok" OR kok', "de kok", ["de kok"]),
        ("de kok", "de kok", ["de", "kok"]),
        ("kok", "geen bakker", []),
        ("kok -bakker", "kok en bakker", []),
    ],
)
def test_the_words_that_were_found_are_marked_in_the_original(
    query: str, text: str, expected: list[str]
) -> None:
    assert marked(query, text) == expected


def test_entries_of_a_list_are_marked() -> None:
    assert marked("{plaatsen}", "Van Den Helder", {"plaatsen": ["den helder"]}) == ["Den Helder"]


def test_a_hit_on_the_platform_alone_marks_nothing() -> None:
    matcher = compile_terms({1: parse("platform:x OR kok")})
    assert matcher.explain(1, Document("een bakker", platform="x")) == ()


def test_an_unknown_query_marks_nothing() -> None:
    assert compile_terms({1: parse("kok")}).explain(2, Document("kok")) == ()
