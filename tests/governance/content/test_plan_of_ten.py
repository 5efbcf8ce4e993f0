"""What a reader of the plan of ten finds at each tip."""

from __future__ import annotations

from governance.content.plan_of_ten import SOURCE, TIPS
from tests.governance.content.texts import missing_or_same, sentences, untidy


def test_every_text_is_there_in_both_languages() -> None:
    assert missing_or_same((SOURCE, TIPS)) == []
    assert untidy((SOURCE, TIPS)) == []


def test_the_ten_tips_stand_in_order() -> None:
    assert [tip.number for tip in TIPS] == list(range(1, 11))
    assert len({tip.title.nl for tip in TIPS}) == 10


def test_a_tip_is_explained_in_two_or_three_sentences() -> None:
    for tip in TIPS:
        assert 2 <= sentences(tip.explanation.nl) <= 3
        assert 2 <= sentences(tip.explanation.en) <= 3


def test_every_tip_asks_one_question() -> None:
    for tip in TIPS:
        for text in (tip.question.nl, tip.question.en):
            assert text.endswith("?")
            assert sentences(text) == 1


def test_the_source_is_named() -> None:
    for text in (SOURCE.nl, SOURCE.en):
        assert "Joris van Meel" in text
        assert "Kennisnet" in text
