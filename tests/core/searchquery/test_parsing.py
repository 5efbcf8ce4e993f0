from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.searchquery import MESSAGES, Query, QuerySyntaxError, parse


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("rocdw", "rocdw"),
        ("Café", "cafe"),
        ("open dag", "open AND dag"),
        ('"Open  Dag"', '"open dag"'),
        ("“open dag”", '"open dag"'),
        ("kok OF bakker", "kok OR bakker"),
        ("kok OR bakker AND stage", "kok OR (bakker AND stage)"),
        ("(kok OF bakker) EN stage", "(kok OR bakker) AND stage"),
        ("stage NIET bpv", "stage AND NOT bpv"),
        ("stage -bpv", "stage AND NOT bpv"),
        ("stage –bpv", "stage AND NOT bpv"),
        ("stage -(bpv OF kok)", "stage AND NOT (bpv OR kok)"),
        ("sport en bewegen", "sport AND en AND bewegen"),
        ("foto's", '"foto s"'),
        ("mbo-v", '"mbo v"'),
        ("Stage*", "stage*"),
        ('"open da*"', '"open da*"'),
        ("#OpenDag", "#opendag"),
        ('"#opendag"', "#opendag"),
        ("@Jan.B", "@jan.b"),
        ("@jan@server.nl", "@jan@server.nl"),
        ("from:@Jan", "from:jan"),
        ('van:"Nico Wagenaar"', 'from:"nico wagenaar"'),
        ("taal:NL", "lang:nl"),
        ("platform:X", "platform:x"),
        ("{Namen} stage", "{namen} AND stage"),
        ("👍🏽", "👍"),
        ("kok,", "kok"),
        ("18.00", '"18 00"'),
        ("((kok))", "kok"),
        ("kok kok", "kok"),
        ("kok NOT NOT stage", "kok AND stage"),
    ],
)
def test_a_query_has_one_standard_form(typed: str, standard: str) -> None:
    assert parse(typed).canonical() == standard


def test_the_standard_form_parses_to_itself() -> None:
    query = parse("(kok* OF \"de waterlanden\" OF #mbo) -vacature {namen} van:'jan'")
    assert parse(query.canonical()) == query


def test_queries_that_read_the_same_are_equal() -> None:
    assert parse("Kok EN stage") == parse("kok stage")


@pytest.mark.parametrize(
    ("typed", "code", "position", "length"),
    [
        ("", "empty", 0, 0),
        ("  ", "empty", 0, 2),
        ("x" * 1_001, "too_long", 1_000, 1),
        ("(" * 21 + "kok" + ")" * 21, "too_deep", 20, 1),
        ("stage (kok", "bracket_not_closed", 6, 1),
        ("kok) stage", "bracket_not_opened", 3, 1),
        ("kok ( )", "brackets_empty", 4, 3),
        ('kok "open dag', "quote_not_closed", 4, 1),
        ("kok {namen", "list_not_closed", 4, 1),
        ("kok namen}", "list_not_closed", 9, 1),
        ("kok { }", "list_without_name", 4, 3),
        ("OF kok", "operator_without_left", 0, 2),
        ("(EN kok)", "operator_without_left", 1, 2),
        ("kok OR", "operator_without_right", 4, 2),
        ("kok OR AND stage", "operator_without_right", 4, 2),
        ("(kok OR) stage", "operator_without_right", 5, 2),
        ("kok NOT", "operator_without_right", 4, 3),
        ("kok ?!", "nothing_to_find", 4, 2),
        ("kok - stage", "nothing_to_find", 4, 1),
        ("kok st*ge", "star_not_at_end", 6, 1),
        ('kok "st* ge"', "star_not_at_end", 7, 1),
        ("platform:x*", "star_not_at_end", 10, 1),
        ("kok s*", "prefix_too_short", 4, 2),
        ("kok #open-dag", "hashtag_malformed", 4, 9),
        ("kok @", "account_malformed", 4, 1),
        ("kok site:nl", "field_unknown", 4, 5),
        ("kok https://rocdw.nl", "field_unknown", 4, 6),
        ("kok from:", "field_without_value", 4, 5),
        ("NOT kok", "only_exclusions", 0, 7),
        ("kok OR NOT stage", "only_exclusions", 7, 9),
        ("NOT (kok stage)", "only_exclusions", 0, 15),
    ],
)
def test_an_error_points_at_what_is_wrong(
    typed: str, code: str, position: int, length: int
) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse(typed)
    assert (caught.value.code, caught.value.position, caught.value.length) == (
        code,
        position,
        length,
    )


def test_an_error_reads_as_a_sentence_and_can_be_translated() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse("kok OF")
    assert str(caught.value) == '"OF" needs a word after it.'
    assert caught.value.template == MESSAGES["operator_without_right"]
    assert caught.value.params == {"operator": "OF"}


def test_twenty_brackets_deep_is_allowed() -> None:
    assert parse("(" * 20 + "kok" + ")" * 20).canonical() == "kok"


def test_a_routing_rule_may_only_exclude() -> None:
    query = parse("NIET kok", allow_only_exclusions=True)
    assert query.canonical() == "NOT kok"


def test_a_double_exclusion_is_no_exclusion() -> None:
    assert parse("NOT (NOT kok OR NOT stage)").terms() == ("kok", "stage")


def test_terms_are_what_is_looked_for_in_reading_order() -> None:
    query = parse('rocdw "open dag" stage* rocdw {namen} lang:nl -vacature -{spam}')
    assert query.terms() == ("rocdw", '"open dag"', "stage*", "{namen}")


def test_lists_are_named_also_where_they_are_excluded() -> None:
    assert parse("kok {Namen} -{spam}").lists() == {"namen", "spam"}


_PIECES = st.sampled_from(
    [
        *["kok", "AND", "EN", "OR", "OF", "NOT", "NIET", "(", ")", '"', "“", "-", "*", "#", "@"],
        *["{", "}", "{namen}", "from:", "lang:nl", "x:y", " ", "é", "😂", "\x00", "\ud800", "–"],
    ]
)


def outcome(typed: str) -> Query | QuerySyntaxError:
    try:
        return parse(typed)
    except QuerySyntaxError as error:
        return error


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=25).map("".join)))
def test_whatever_is_typed_the_answer_is_a_query_or_a_syntax_error(typed: str) -> None:
    answer = outcome(typed)
    if isinstance(answer, Query):
        assert parse(answer.canonical()) == answer
    else:
        assert 0 <= answer.position <= answer.position + answer.length <= len(typed)
