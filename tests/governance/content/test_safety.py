"""When privacy is a concern, what to do first when it goes wrong, and the right distance."""

from __future__ import annotations

import pytest

from governance.content import Bilingual
from governance.content.safety import (
    ASSESSMENT_QUESTIONS,
    ASSESSMENT_THEMES,
    CONCLUSION_LEVELS,
    CONVERSATION_CARD,
    INCIDENT_KINDS,
    NEARNESS,
    PRIVACY_QUADRANTS,
    IncidentKind,
    PrivacyQuadrant,
    conclusion_for,
    quadrant_for,
)


def assert_in_both_languages(*texts: Bilingual) -> None:
    for text in texts:
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


def test_codes_are_given_once() -> None:
    for codes in (
        [quadrant.code for quadrant in PRIVACY_QUADRANTS],
        [question.code for question in CONVERSATION_CARD],
        [question.code for question in ASSESSMENT_QUESTIONS],
        [level.code for level in CONCLUSION_LEVELS],
        [kind.code for kind in INCIDENT_KINDS],
        [agreement.code for agreement in NEARNESS],
    ):
        assert len(codes) == len(set(codes))


def test_something_to_hide_and_trust_give_four_quadrants() -> None:
    corners = {(quadrant.something_to_hide, quadrant.trust) for quadrant in PRIVACY_QUADRANTS}

    assert len(PRIVACY_QUADRANTS) == len(corners) == 4
    assert quadrant_for(something_to_hide=False, trust=True).code == "at_ease"
    assert quadrant_for(something_to_hide=True, trust=False).code == "protected"


@pytest.mark.parametrize("quadrant", PRIVACY_QUADRANTS, ids=lambda quadrant: quadrant.code)
def test_a_quadrant_gives_advice_and_questions_to_talk_about(quadrant: PrivacyQuadrant) -> None:
    assert_in_both_languages(quadrant.name, quadrant.meaning, quadrant.advice)
    assert_in_both_languages(*quadrant.questions)
    assert len(quadrant.questions) >= 2


def test_the_conversation_card_asks_about_eight_things() -> None:
    assert len(CONVERSATION_CARD) == 8
    for question in CONVERSATION_CARD:
        assert_in_both_languages(question.text, question.why)


def test_the_assessment_touches_every_theme() -> None:
    assert {question.theme for question in ASSESSMENT_QUESTIONS} == {
        theme.code for theme in ASSESSMENT_THEMES
    }
    for question in ASSESSMENT_QUESTIONS:
        assert_in_both_languages(question.text, question.help)
        assert question.risk_if in {"yes", "no"}
    assert_in_both_languages(*(theme.name for theme in ASSESSMENT_THEMES))


def test_no_risk_is_low_and_many_risks_are_high() -> None:
    light = [question.code for question in ASSESSMENT_QUESTIONS if not question.decisive]

    assert conclusion_for([]).code == "low"
    assert conclusion_for(light[:1]).code == "low"
    assert conclusion_for(light[:2]).code == "attention"
    assert conclusion_for(light[:6]).code == "high"


def test_sensitive_data_alone_makes_the_risk_high() -> None:
    assert conclusion_for(["special_data"]).code == "high"


def test_a_code_counts_once_and_an_unknown_one_does_not_count() -> None:
    assert conclusion_for(["images", "images", "never_asked"]).code == "low"


def test_each_level_says_what_to_do_next() -> None:
    for level in CONCLUSION_LEVELS:
        assert_in_both_languages(level.name, level.next_step)


@pytest.mark.parametrize("kind", INCIDENT_KINDS, ids=lambda kind: kind.code)
def test_an_incident_has_three_to_five_first_steps(kind: IncidentKind) -> None:
    assert_in_both_languages(kind.name, kind.explanation, *kind.first_steps)
    assert 3 <= len(kind.first_steps) <= 5


def test_a_sexual_image_is_never_to_be_saved_or_forwarded() -> None:
    image = next(kind for kind in INCIDENT_KINDS if kind.code == "unwanted_image")

    assert any("niet op en stuur het niet door" in step.nl for step in image.first_steps)


def test_nearness_and_distance_are_short_agreements_in_the_first_person() -> None:
    for agreement in NEARNESS:
        assert_in_both_languages(agreement.text)
        assert len(agreement.text.nl) <= 160, agreement.code
