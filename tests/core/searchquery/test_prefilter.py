from __future__ import annotations

import pytest

from core.searchquery import as_tsquery, parse
from core.searchquery.prefilter import MAX_ALTERNATIVES


def tsquery(query: str, lists: dict[str, list[str]] | None = None) -> str | None:
    groups = parse(query, allow_only_exclusions=True).to_sql_prefilter(lists)
    return None if groups is None else as_tsquery(groups)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Café", "('cafe')"),
        ('"open dag"', "('dag' & 'open')"),
        ("stage*", "('stage':*)"),
        ('"open da*"', "('da':* & 'open')"),
        ("#Open_Dag", "('dag' & 'open')"),
        ("@jan.b", "('b' & 'jan')"),
        ("kok OR bakker", "('kok') | ('bakker')"),
        ("kok bakker", "('bakker' & 'kok')"),
        ("kok (stage OR bpv)", "('kok' & 'stage') | ('bpv' & 'kok')"),
        ("kok -stage", "('kok')"),
        ("kok lang:nl", "('kok')"),
        ("kok 😂", "('kok')"),
        ("NOT (NOT kok OR stage)", "('kok')"),
    ],
)
def test_it_names_the_words_that_have_to_be_there(query: str, expected: str) -> None:
    assert tsquery(query) == expected


@pytest.mark.parametrize("query", ["platform:x", "kok OR platform:x", "😂", "kok OR 😂", "NOT kok"])
def test_it_is_none_when_no_word_has_to_be_there(query: str) -> None:
    assert tsquery(query) is None


def test_a_list_gives_an_alternative_for_each_entry() -> None:
    assert tsquery("{plaatsen}", {"plaatsen": ["Hoorn", "Den Helder"]}) == (
        "('hoorn') | ('den' & 'helder')"
    )


def test_an_empty_list_leaves_nothing_to_look_for() -> None:
    assert parse("{plaatsen} kok").to_sql_prefilter() == ()


def test_long_lists_are_not_multiplied_with_each_other() -> None:
    lists = {"een": [f"a{n}" for n in range(20)], "twee": [f"b{n}" for n in range(30)]}
    groups = parse("{een} {twee}").to_sql_prefilter(lists)
    assert groups is not None
    assert len(groups) == 20 <= MAX_ALTERNATIVES
