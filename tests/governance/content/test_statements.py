"""What a facilitator of the live workshop can count on."""

from __future__ import annotations

import pytest

from governance.content import Bilingual, statements
from governance.content.statements import DOMAINS, SCENES, STATEMENTS, STEPS
from tests.governance.content.texts import missing_or_same, sentences, untidy

ALL_CONTENT = (DOMAINS, STATEMENTS, STEPS, SCENES)


def in_both(text: Bilingual) -> tuple[str, str]:
    return text.nl, text.en


def test_every_text_is_there_in_both_languages() -> None:
    assert missing_or_same(ALL_CONTENT) == []
    assert untidy(ALL_CONTENT) == []


def test_a_code_names_one_statement() -> None:
    assert len({each.code for each in STATEMENTS}) == len(STATEMENTS)
    assert len({each.text.nl for each in STATEMENTS}) == len(STATEMENTS)
    assert statements.statement("learning-03").domain == "learning"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        statements.statement("learning-99")


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_domain_gives_enough_to_choose_from(domain: str) -> None:
    assert len(statements.statements_of(domain)) >= 10


def test_every_statement_belongs_to_a_domain_and_is_named_after_it() -> None:
    assert {each.domain for each in STATEMENTS} == set(DOMAINS)
    assert [each.code for each in STATEMENTS if each.code[:-3] != each.domain] == []


def test_a_statement_can_be_answered_with_agree_or_disagree() -> None:
    for each in STATEMENTS:
        for text in in_both(each.text):
            assert text.endswith(".")
            assert sentences(text) == 1


def test_a_statement_fits_on_the_screen_of_a_phone() -> None:
    longest = max(len(text) for each in STATEMENTS for text in in_both(each.text))
    assert longest <= 100


def test_the_workshop_has_five_steps_and_fits_in_an_hour_and_a_half() -> None:
    assert [step.code for step in STEPS] == ["scene", "vote", "discuss", "prioritise", "top5"]
    assert sum(step.minutes for step in STEPS) <= 90


def test_participants_read_two_sentences_and_the_facilitator_three_to_five() -> None:
    for step in STEPS:
        assert [sentences(text) for text in in_both(step.explanation)] == [2, 2]
        assert all(3 <= sentences(text) <= 5 for text in in_both(step.script))


def test_a_scene_is_told_in_a_minute_and_ends_in_a_question() -> None:
    assert len({scene.code for scene in SCENES}) == len(SCENES) == 3
    for scene in SCENES:
        for text in in_both(scene.text):
            assert 60 <= len(text.split()) <= 90
            assert text.endswith("?")
