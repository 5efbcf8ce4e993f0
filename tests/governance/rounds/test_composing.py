"""What is asked of whom, and who may still change it."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta

import pytest
import time_machine

from core.models import LogEntry
from governance.content import questionnaire
from governance.domain.meantime import ChangedMeanwhile
from governance.domain.rounds import composing, life, questions
from governance.domain.rounds.composing import WrongState
from governance.models import Group, Round, RoundResponse
from governance.tasks import close_rounds
from people.models import User
from tests.factories.rounds import RoundFactory, RoundLinkFactory, RoundResponseFactory
from tests.governance.rounds.conftest import PLAN

pytestmark = pytest.mark.django_db


def asked(held: Round, group: str) -> list[str]:
    return [one.item.code for one in questions.for_group(held.items.all(), group)]


def test_every_group_gets_its_fixed_questions_and_what_was_chosen(draft: Round) -> None:
    fixed = [item.code for item in questionnaire.fixed_for("students")]

    codes = asked(draft, Group.STUDENTS)

    assert set(fixed) < set(codes)
    assert "expertise-11" in codes
    assert len(codes) == len(fixed) + 2


def test_a_question_stands_with_its_block_in_the_words_of_the_group(draft: Round) -> None:
    steps = questions.steps(questions.for_group(draft.items.all(), Group.STUDENTS))

    assert [block for block, _ in steps] == [
        "vision",
        "expertise",
        "material",
        "infrastructure",
        "leadership",
        "collaboration",
    ]
    material = [question.text for question in steps[2][1]]
    assert material[-1] == "Ik gebruik de mediatheek."


def test_a_group_that_is_not_asked_gets_no_questions(draft: Round) -> None:
    assert asked(draft, Group.LEADERS) == []


def test_a_plan_that_takes_too_long_is_counted() -> None:
    every = tuple(item.code for item in questionnaire.ITEMS if not item.is_fixed)
    plan = dataclasses.replace(PLAN, optional=every)

    assert composing.too_many(plan) == {Group.TEACHERS: 59}


def test_the_second_writer_is_told_and_loses_nothing(draft: Round, dirk: User) -> None:
    seen = draft.updated_at
    composing.save(draft, dataclasses.replace(PLAN, title="Van de een"), seen=seen, by=dirk)

    with pytest.raises(ChangedMeanwhile) as other:
        composing.save(draft, dataclasses.replace(PLAN, title="Van de ander"), seen=seen, by=dirk)

    assert other.value.current.title == "Van de een"


def test_an_open_round_stands(opened: Round, dirk: User) -> None:
    with pytest.raises(WrongState):
        composing.save(opened, PLAN, seen=opened.updated_at, by=dirk)
    with pytest.raises(WrongState):
        composing.delete(opened, by=dirk)


def test_a_new_round_asks_the_same(opened: Round, dirk: User) -> None:
    again = composing.start_again(opened, by=dirk)

    assert again.state == Round.State.DRAFT
    for group in opened.groups:
        assert asked(again, group) == asked(opened, group)
    assert again.links.count() == 0


def test_opening_gives_each_group_an_address(opened: Round) -> None:
    assert sorted(opened.links.values_list("group", flat=True)) == ["students", "teachers"]


def test_a_round_whose_last_day_is_over_does_not_open(dirk: User) -> None:
    held = RoundFactory(closes_on=date(2026, 3, 1))

    with time_machine.travel("2026-03-02 09:00:00+01:00"), pytest.raises(WrongState):
        life.open_round(held, by=dirk)


def test_the_last_day_counts(dirk: User) -> None:
    held = RoundFactory(is_open=True, closes_on=date(2026, 3, 20))

    with time_machine.travel("2026-03-20 23:59:00+01:00"):
        assert life.is_answered_now(held)
        assert close_rounds() == 0
    with time_machine.travel("2026-03-21 00:01:00+01:00"):
        assert not life.is_answered_now(held)
        assert close_rounds() == 1
        assert close_rounds() == 0
    held.refresh_from_db()
    assert held.state == Round.State.CLOSED


def test_closing_throws_half_forms_away(dirk: User) -> None:
    held = RoundFactory(is_open=True)
    RoundLinkFactory(round=held)
    RoundResponseFactory(round=held, answers={"1": 2})
    RoundResponseFactory(round=held, answers={"1": 3}, is_complete=False)

    life.close(held, by=dirk)

    assert [one.answers for one in RoundResponse.objects.all()] == [{"1": 2}]


def test_a_round_closes_once(opened: Round, dirk: User) -> None:
    life.close(opened, by=dirk)

    with pytest.raises(WrongState):
        life.close(opened, by=dirk)
    assert LogEntry.objects.filter(verb="closed a round").count() == 1


def test_a_deleted_draft_stays_in_the_trail(draft: Round, dirk: User) -> None:
    composing.delete(draft, by=dirk)

    assert not Round.objects.exists()
    assert LogEntry.objects.get(verb="deleted a draft").detail == {"title": "Meting 2026"}


def test_seen_is_a_moment_to_the_microsecond(draft: Round) -> None:
    """The form carries it as text; nothing may be lost on the way."""
    assert datetime.fromisoformat(draft.updated_at.isoformat()) == draft.updated_at
    assert draft.updated_at - timedelta(microseconds=1) != draft.updated_at
