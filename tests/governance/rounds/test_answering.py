"""Answering as people do: in two windows, in pieces, too late, twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import time_machine
from django.db import connections

from governance.domain.rounds import answering, inviting, keys, life, questions
from governance.domain.rounds.answering import Closed, CodeRefused, NoForm, Unanswered
from governance.models import Group, Round, RoundLink, RoundResponse
from people.models import User
from tests.factories.rounds import RoundFactory, RoundItemFactory, RoundLinkFactory

pytestmark = pytest.mark.django_db


def all_answers(link: RoundLink, level: int = 4) -> dict[str, int]:
    asked = questions.for_group(link.round.items.all(), link.group)
    return {question.key: level for question in asked}


def test_answers_are_kept_page_by_page(link: RoundLink) -> None:
    key = answering.begin(link)
    answering.save(link, key, {"1": 3})
    answering.save(link, key, {"2": 0})

    assert answering.find(link, key).answers == {"1": 3, "2": 0}


def test_two_windows_on_one_form_lose_nothing_of_each_other(link: RoundLink) -> None:
    key = answering.begin(link)
    answering.save(link, key, {"1": 3, "2": 3})
    answering.save(link, key, {"2": 5, "3": 1})

    assert answering.find(link, key).answers == {"1": 3, "2": 5, "3": 1}


def test_a_form_with_open_questions_is_not_handed_in(link: RoundLink) -> None:
    key = answering.begin(link)
    some = all_answers(link)
    last = list(some)[-1]
    del some[last]
    answering.save(link, key, some)

    with pytest.raises(Unanswered) as found:
        answering.hand_in(link, key)

    assert found.value.step == 6


def test_a_form_that_was_handed_in_opens_no_more(link: RoundLink) -> None:
    key = answering.begin(link)
    answering.save(link, key, all_answers(link))
    answering.hand_in(link, key, remark="Meer uren graag")

    with pytest.raises(NoForm):
        answering.find(link, key)
    with pytest.raises(NoForm):
        answering.save(link, key, {"1": 1})
    kept = RoundResponse.objects.get()
    assert (kept.remark, kept.is_complete) == ("Meer uren graag", True)


@pytest.mark.parametrize("key", ["", "XXXX-XXXX-XXXX", "done"])
def test_a_wrong_key_opens_nothing(link: RoundLink, key: str) -> None:
    answering.begin(link)

    with pytest.raises(NoForm):
        answering.find(link, key)


def test_a_key_opens_no_form_of_another_group(link: RoundLink, opened: Round) -> None:
    key = answering.begin(link)
    other = RoundLink.objects.get(round=opened, group=Group.TEACHERS)

    with pytest.raises(NoForm):
        answering.find(other, key)


def test_a_key_may_be_typed_as_people_type(link: RoundLink) -> None:
    key = answering.begin(link)

    assert answering.find(link, f" {key.lower().replace('-', ' ')} ")


def test_after_the_last_day_nothing_is_taken(dirk: User) -> None:
    held = RoundFactory(closes_on=date(2026, 3, 20), is_open=True)
    link = RoundLinkFactory(round=held)
    with time_machine.travel("2026-03-20 12:00:00+01:00"):
        key = answering.begin(link)

    with time_machine.travel("2026-03-21 12:00:00+01:00"):
        with pytest.raises(Closed):
            answering.save(link, key, {"1": 1})
        with pytest.raises(Closed):
            answering.begin(link)


def test_whoever_is_still_answering_when_a_round_closes_is_told(
    link: RoundLink, dirk: User
) -> None:
    key = answering.begin(link)
    life.close(link.round, by=dirk)

    with pytest.raises(NoForm):  # the link was read before it closed
        answering.save(link, key, {"1": 1})


def test_a_group_with_codes_comes_in_by_code_only(link: RoundLink, dirk: User) -> None:
    [code, _other] = inviting.make_codes(link.round, link.group, 2, known=0, by=dirk)

    with pytest.raises(CodeRefused):
        answering.begin(link)
    with pytest.raises(CodeRefused):
        answering.begin(link, code="ABCD-EFGH-JKMN")
    assert answering.begin(link, code=code.lower())
    with pytest.raises(CodeRefused):
        answering.begin(link, code=code)
    assert RoundResponse.objects.count() == 1


def test_a_code_leads_to_its_group_until_it_is_used(link: RoundLink, dirk: User) -> None:
    [code] = inviting.make_codes(link.round, link.group, 1, known=0, by=dirk)

    assert answering.find_code(code) == link
    answering.begin(link, code=code)
    with pytest.raises(CodeRefused):
        answering.find_code(code)


def test_codes_are_made_once_though_the_page_is_loaded_again(link: RoundLink, dirk: User) -> None:
    inviting.make_codes(link.round, link.group, 5, known=0, by=dirk)

    with pytest.raises(inviting.MadeMeanwhile):
        inviting.make_codes(link.round, link.group, 5, known=0, by=dirk)


def test_a_code_has_no_letters_that_look_alike() -> None:
    code = keys.new_code()

    assert len(code) == 14
    assert set("0O1ILU").isdisjoint(code)


@pytest.fixture
def at_once() -> Callable[..., list[object]]:
    def run(action: Callable[[int], object], count: int) -> list[object]:
        def one(number: int) -> object:
            try:
                return action(number)
            except CodeRefused as refused:
                return refused
            finally:
                connections.close_all()

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(one, range(count)))

    return run


@pytest.mark.django_db(transaction=True)
def test_of_many_with_one_code_one_comes_in(
    link: RoundLink, dirk: User, at_once: Callable[..., list[object]]
) -> None:
    [code] = inviting.make_codes(link.round, link.group, 1, known=0, by=dirk)

    answers = at_once(lambda _: answering.begin(link, code=code), 6)

    assert sum(isinstance(answer, str) for answer in answers) == 1
    assert RoundResponse.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_thirty_people_at_once_lose_no_answer(at_once: Callable[..., list[object]]) -> None:
    held = RoundFactory(is_open=True)
    item = RoundItemFactory(round=held)
    link = RoundLinkFactory(round=held)

    def fill_in(number: int) -> None:
        key = answering.begin(link)
        answering.save(link, key, {str(item.pk): number % 5 + 1})
        answering.hand_in(link, key)

    at_once(fill_in, 30)
    life.close(held)

    answers = [one.answers[str(item.pk)] for one in RoundResponse.objects.all()]
    assert sorted(answers) == sorted(number % 5 + 1 for number in range(30))
