from __future__ import annotations

import re
from itertools import combinations

import pytest

from core.markdown import render
from core.searchquery import compile_terms
from governance.content.papers import (
    APPROVAL_OF_OWN_CHANNELS,
    PAPERS,
    SETTINGS,
    Paper,
    Section,
    of_kind,
    paper,
)
from governance.domain.routing import check_words
from governance.models import RoutingRule

TEAMS = {"info", "comms", "press", "crisis"}
LISTS = {"namen": ["ROC"], "accounts": ["@roc"], "opleidingen": ["Toerisme"]}
STYLES = {"strict", "legal", "positive"}

every_paper = pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.code)
every_protocol = pytest.mark.parametrize("one", of_kind("protocol"), ids=lambda one: one.style)


def sentences(one: Paper) -> set[str]:
    """Whatever the paper says, sentence by sentence; a heading or a label is none."""
    texts = [text for part in one.sections for text in (part.what, part.why, part.tip)]
    texts += [text for question in one.questions for text in (question.text, *question.options)]
    found = re.split(r"(?<=[.?!:])\s+|\n", "\n".join(texts))
    folded = {re.sub(r"\W+", " ", sentence).strip().casefold() for sentence in found}
    return {sentence for sentence in folded if len(sentence.split()) > 2}


def test_codes_are_unique_and_find_their_paper() -> None:
    assert [paper(one.code) for one in PAPERS] == list(PAPERS)
    assert len({one.code for one in PAPERS}) == len(PAPERS)


def test_every_kind_of_document_has_a_template() -> None:
    assert {one.kind for one in PAPERS} == {
        *("protocol", "webcare", "crisis", "privacy", "accounts", "nearness", "vision"),
    }
    assert {one.style for one in of_kind("protocol")} == STYLES
    assert {one.domain for one in of_kind("vision")} == {"communication", "learning", "keeping_up"}
    assert all(len(of_kind(one.kind)) == 1 for one in PAPERS if not one.style and not one.domain)


@every_paper
def test_a_paper_has_at_least_six_sections_with_text(one: Paper) -> None:
    assert len(one.sections) >= 6
    assert all(part.title and len(part.what) > 80 for part in one.sections)
    assert len({part.title for part in one.sections}) == len(one.sections)
    assert one.about.nl
    assert one.about.en
    assert one.button


@every_paper
def test_almost_every_section_says_why_it_is_there(one: Paper) -> None:
    assert sum(not part.why for part in one.sections) <= 1


@every_paper
def test_a_paper_stays_itself_as_markdown(one: Paper) -> None:
    for part in one.sections:
        html = render(part.what)
        assert ("<ul>" in html) == bool(re.search(r"^- ", part.what, re.MULTILINE)), part.title
        assert ("<ol>" in html) == bool(re.search(r"^1\. ", part.what, re.MULTILINE)), part.title
        assert ("<table>" in html) == ("|---|" in part.what), part.title
        assert "**" not in html, part.title


def test_a_paragraph_stands_on_one_line_for_who_edits_it() -> None:
    part = Section(
        title="Titel",
        what="""
        Een zin die
        doorloopt.

        - Een punt dat
          doorloopt.
        - Nog een.
        """,
    )
    assert part.what == "Een zin die doorloopt.\n\n- Een punt dat doorloopt.\n- Nog een."


@every_protocol
def test_a_protocol_has_eight_to_ten_tips(one: Paper) -> None:
    assert 8 <= len(one.tips) <= 10
    assert all(len(tip) <= 80 and "\n" not in tip for tip in one.tips)


@every_protocol
def test_every_answer_of_the_quiz_points_to_an_option_and_a_section(one: Paper) -> None:
    assert len(one.questions) == 3
    for question in one.questions:
        assert len(set(question.options)) == 3
        assert 0 <= question.right < len(question.options)
        assert 0 <= question.section < len(one.sections)
    assert len({question.right for question in one.questions}) > 1, "the place gives it away"


@pytest.mark.parametrize(
    ("one", "other"),
    list(combinations(of_kind("protocol"), 2)),
    ids=lambda one: one.style,
)
def test_no_style_says_a_sentence_of_another(one: Paper, other: Paper) -> None:
    assert sentences(one) & sentences(other) == set()


def test_only_the_webcare_policy_carries_routing_rules() -> None:
    assert [one.code for one in PAPERS if one.rules] == ["webcare"]


def test_every_rule_is_one_that_the_router_can_run() -> None:
    known = {field.name for field in RoutingRule._meta.get_fields()} - {"id", "version", "position"}
    for position, rule in enumerate(paper("webcare").rules):
        assert set(rule) <= known, rule["name"]
        assert rule["team"] in TEAMS, rule["name"]
        if "words" in rule:
            compile_terms({position: check_words(rule["words"])}, lists=LISTS)
        fields = {**rule, "team": None, "position": position}
        RoutingRule(**fields).clean_fields(exclude=["version", "team"])


@pytest.mark.parametrize(
    ("name", "words", "minutes"),
    [
        ("Bedreiging of noodkreet", "binnen twintig minuten", 20),
        ("In het nieuws", "binnen één werkdag", 480),
        ("Vraag van de pers", "binnen twee uur", 120),
        ("Roosters en vakanties", "binnen één werkdag", 480),
        ("Rekeningnummer", "binnen één werkdag", 480),
        ("Proefles of open dag", "binnen één werkdag", 480),
        ("Aanbod van opleidingen", "binnen één werkdag", 480),
        ("Klacht", "binnen vier werkuren", 240),
        ("Lof en trots", "binnen twee werkdagen", 960),
        ("Samenwerking en vacatures", "binnen één werkdag", 480),
    ],
)
def test_a_clause_says_the_target_of_its_rule_in_words(name: str, words: str, minutes: int) -> None:
    clause, rule = next(
        (part, rule)
        for part in paper("webcare").sections
        for rule in part.rules
        if rule["name"] == name
    )
    assert words in clause.what.casefold()
    assert rule["target_minutes"] == minutes


def test_threats_are_looked_at_before_anything_else() -> None:
    first, *others = paper("webcare").rules
    assert first["team"] == "crisis"
    assert all(rule["team"] != "crisis" for rule in others)


@every_paper
def test_settings_are_known_and_have_the_right_type(one: Paper) -> None:
    stated = [setting for part in one.sections for setting in part.settings]
    assert len(stated) == len(one.settings), "a setting is stated once"
    for code, value in stated:
        assert type(value) is SETTINGS[code], code
    assert one.settings.get("approval.own_channels", "never") in APPROVAL_OF_OWN_CHANNELS


def test_every_setting_is_stated_and_by_documents_of_one_kind_only() -> None:
    kinds: dict[str, set[str]] = {}
    for one in PAPERS:
        for code in one.settings:
            kinds.setdefault(code, set()).add(one.kind)
    assert set(kinds) == set(SETTINGS)
    assert [code for code, of in kinds.items() if len(of) > 1] == ["review.months"]


def test_a_clause_says_its_numbers_in_words_too() -> None:
    words = {3: "drie", 5: "vijf", 10: "tien"}
    for one in PAPERS:
        for part in one.sections:
            for code, value in part.settings:
                if code == "mandate.approved_posts":
                    assert f"{words[int(value)]} " in part.what, one.code
                if code.startswith("retention."):
                    assert f"{value} dagen" in part.what
