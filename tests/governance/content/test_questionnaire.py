"""What every questionnaire that a college sends can count on."""

from __future__ import annotations

from collections import Counter

import pytest

from governance.content import questionnaire
from governance.content.questionnaire import BLOCKS, CONVERSATION, GROUPS, ITEMS, SCALES
from tests.governance.content.texts import missing_or_same, sentences, untidy

STAFF_FROM_INSIDE = ("onze school", "our college", "collega", "colleague")
ALL_CONTENT = (ITEMS, tuple(SCALES.values()), BLOCKS, GROUPS, CONVERSATION)


def test_every_text_is_there_in_both_languages() -> None:
    assert missing_or_same(ALL_CONTENT) == []
    assert untidy(ALL_CONTENT) == []


def test_a_code_names_one_item_and_its_block() -> None:
    assert len({item.code for item in ITEMS}) == len(ITEMS)
    assert [item.code for item in ITEMS if item.code[:-3] != item.block] == []
    assert questionnaire.item("vision-01").block == "vision"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        questionnaire.item("vision-99")


def test_items_point_at_blocks_scales_and_groups_that_exist() -> None:
    assert {item.block for item in ITEMS} == set(BLOCKS)
    assert {item.scale for item in ITEMS} == set(SCALES)
    assert {group for item in ITEMS for group in item.groups} == set(GROUPS)


def test_every_scale_has_five_different_sentences() -> None:
    for code, scale in SCALES.items():
        assert scale.code == code
        for language in ("nl", "en"):
            levels = [level.in_language(language) for level in scale.levels]
            assert len(set(levels)) == 5
            assert all(level.endswith(".") for level in levels)


@pytest.mark.parametrize("group", GROUPS)
def test_no_two_items_ask_a_group_the_same(group: str) -> None:
    asked = [item.wording(group) for item in ITEMS if group in item.groups]
    for language in ("nl", "en"):
        assert len({text.in_language(language) for text in asked}) == len(asked)


def test_every_item_is_one_sentence() -> None:
    wordings = [item.wording(group) for item in ITEMS for group in item.groups]
    assert [text for text in wordings if (sentences(text.nl), sentences(text.en)) != (1, 1)] == []


@pytest.mark.parametrize(
    ("group", "fewest", "most"),
    [
        ("leaders", 30, questionnaire.MOST_ITEMS),
        ("teachers", 30, questionnaire.MOST_ITEMS),
        ("support", 24, questionnaire.MOST_ITEMS),
        ("students", 12, 16),
        ("trainers", 12, 16),
    ],
)
def test_a_group_is_asked_enough_and_not_too_much(group: str, fewest: int, most: int) -> None:
    assert fewest <= len(questionnaire.fixed_for(group)) <= most


@pytest.mark.parametrize(
    ("group", "fewest"),
    [("leaders", 5), ("teachers", 5), ("support", 3), ("students", 2), ("trainers", 2)],
)
def test_every_block_is_answered_by_every_group(group: str, fewest: int) -> None:
    per_block = Counter(item.block for item in questionnaire.fixed_for(group))
    assert [block for block in BLOCKS if per_block[block] < fewest] == []


def test_a_college_can_add_three_or_four_items_to_each_block() -> None:
    optional = Counter(item.block for item in ITEMS if not item.is_fixed)
    assert {block: optional[block] for block in BLOCKS if optional[block] not in (3, 4)} == {}


def test_fixed_items_come_block_by_block() -> None:
    blocks = [item.block for item in questionnaire.fixed_for("teachers")]
    assert list(dict.fromkeys(blocks)) == list(BLOCKS)
    assert blocks == sorted(blocks, key=list(BLOCKS).index)


def test_students_and_trainers_are_not_spoken_to_as_staff() -> None:
    outside = [
        text
        for item in ITEMS
        for group in ("students", "trainers")
        if group in item.groups
        for text in (item.wording(group).nl.lower(), item.wording(group).en.lower())
        if any(words in text for words in STAFF_FROM_INSIDE)
    ]
    assert outside == []


def test_a_wording_is_written_only_for_a_group_that_is_asked() -> None:
    for item in ITEMS:
        assert item.for_students is None or "students" in item.groups
        assert item.for_trainers is None or "trainers" in item.groups


def test_a_student_reads_the_item_in_a_students_words() -> None:
    item = questionnaire.item("collaboration-01")

    assert item.wording("teachers") == item.text
    assert "als een student" in item.wording("teachers").nl
    assert "als ik" in item.wording("students").nl
    assert "ons bedrijf" in item.wording("trainers").nl


def test_a_group_without_own_words_reads_those_of_the_staff() -> None:
    item = questionnaire.item("infrastructure-01")

    assert item.wording("students") == item.text


def test_knowing_is_asked_in_the_first_person() -> None:
    wordings = [
        item.wording(group) for item in ITEMS if item.scale == "knowing" for group in item.groups
    ]
    assert [text.nl for text in wordings if not text.nl.startswith(("Ik weet ", "Ik kan "))] == []
    assert [text.en for text in wordings if not text.en.startswith(("I know ", "I can "))] == []


def test_every_block_has_two_questions_for_the_conversation() -> None:
    assert set(CONVERSATION) == set(BLOCKS)
    for talk in CONVERSATION.values():
        assert talk.opinions_differ != talk.score_is_low
        assert all(text.nl.endswith("?") and text.en.endswith("?") for text in talk)
