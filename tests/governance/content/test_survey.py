"""The survey asks what students use and want, and nothing about who they are."""

from __future__ import annotations

from governance.content.survey import (
    FREQUENCIES,
    INTRODUCTION,
    PURPOSES,
    QUESTIONS,
    SURVEY_PLATFORMS,
    TITLE,
    purposes_for,
)


def test_codes_are_given_once() -> None:
    for codes in (
        [question.code for question in QUESTIONS],
        [purpose.code for purpose in PURPOSES],
        [frequency.code for frequency in FREQUENCIES],
        list(SURVEY_PLATFORMS),
    ):
        assert len(codes) == len(set(codes))


def test_every_text_reads_in_dutch_and_in_english() -> None:
    texts = [
        TITLE,
        INTRODUCTION,
        *(question.text for question in QUESTIONS),
        *(question.help for question in QUESTIONS),
        *(purpose.label for purpose in PURPOSES),
        *(frequency.label for frequency in FREQUENCIES),
    ]
    for text in texts:
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


def test_each_kind_of_question_is_asked() -> None:
    assert {question.kind for question in QUESTIONS} == {
        "frequency_per_platform",
        "purposes_per_platform",
        "wished",
        "open",
    }


def test_a_question_about_purposes_says_which_purposes_it_offers() -> None:
    for question in QUESTIONS:
        if question.kind in {"purposes_per_platform", "wished"}:
            assert question.setting is not None, question.code
            assert len(purposes_for(question.setting)) >= 4
        else:
            assert question.setting is None, question.code


def test_nobody_is_asked_for_name_age_or_study_year() -> None:
    for question in QUESTIONS:
        for word in ("leeftijd", "leerjaar", "je naam", "geboren"):
            assert word not in question.text.nl.lower()
    assert "leeftijd" in INTRODUCTION.nl


def test_use_is_daily_weekly_or_never() -> None:
    assert [frequency.code for frequency in FREQUENCIES] == ["daily", "weekly", "never"]
