"""Sixty phones at the same moment, on real Postgres: every vote counts once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from django.db import connection

from governance.domain.workshops import phones, proposals, replay, room, spread, topfive
from governance.domain.workshops.refusals import Refusal
from governance.models import Goal, ProposalVote, StatementVote, Workshop
from people.models import User
from tests.factories.workshops import (
    ParticipantFactory,
    ProposalFactory,
    StatementFactory,
    WorkshopFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)
Step = Workshop.Step
ROOM = 60


def at_once(*steps: Callable[[], Any]) -> list[Any]:
    """Run these at the same moment, each on its own connection; what each gave, or its refusal."""
    barrier = threading.Barrier(len(steps))

    def run(step: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return step()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(run, steps))


def refused(outcomes: list[Any]) -> int:
    return sum(isinstance(one, Refusal) for one in outcomes)


def replayed(workshop: Workshop) -> replay.Moment:
    return replay.moment(replay.events_of(workshop), 100_000)


def test_sixty_phones_come_in_and_vote_at_once(dirk: User) -> None:
    workshop = WorkshopFactory(step=Step.VOTE, facilitator=dirk)
    statements = StatementFactory.create_batch(4, workshop=workshop)

    def take_part(number: int) -> None:
        phone = phones.join(workshop, f"key {number}")
        for statement in statements:
            phones.vote(phone, statement, number % 5 + 1)
            phones.vote(phone, statement, number % 5 + 1)  # pressed twice

    at_once(*(partial(take_part, number) for number in range(ROOM)))

    assert workshop.participants.count() == ROOM
    assert [one.counts for one in spread.of(workshop)] == [(12, 12, 12, 12, 12)] * 4
    seen = replayed(workshop)
    assert (seen.phones, seen.votes) == (ROOM, ROOM * 4)


def test_a_phone_that_comes_in_twice_at_once_is_one_participant(dirk: User) -> None:
    workshop = WorkshopFactory(facilitator=dirk)

    at_once(*[partial(phones.join, workshop, "same key")] * 8)

    assert workshop.participants.count() == 1
    assert workshop.events.count() == 1


def test_a_change_of_step_in_the_middle_of_the_vote_loses_nothing(dirk: User) -> None:
    """What was accepted is stored before the step changed; what was not, is refused."""
    workshop = WorkshopFactory(step=Step.VOTE, facilitator=dirk)
    statement = StatementFactory(workshop=workshop)
    room_of = ParticipantFactory.create_batch(ROOM - 1, workshop=workshop)

    *votes, moved = at_once(
        *(partial(phones.vote, phone, statement, 3) for phone in room_of),
        partial(room.move, workshop, seen=Step.VOTE, to=Step.DISCUSS, by=dirk),
    )

    assert moved.step == Step.DISCUSS
    counted = StatementVote.objects.count()
    assert counted + refused(votes) == ROOM - 1
    kinds = list(workshop.events.order_by("at", "pk").values_list("kind", flat=True))
    assert kinds == ["vote"] * counted + ["step"]


def test_choices_never_exceed_the_number_however_they_come(dirk: User) -> None:
    workshop = WorkshopFactory(step=Step.PRIORITISE, facilitator=dirk, dots=3)
    offered = ProposalFactory.create_batch(6, workshop=workshop)
    ten = ParticipantFactory.create_batch(10, workshop=workshop)

    outcomes = at_once(
        *(partial(phones.choose, phone, one, wanted=True) for phone in ten for one in offered)
    )

    assert [phone.proposal_votes.count() for phone in ten] == [3] * 10
    assert refused(outcomes) == 30
    assert workshop.events.filter(kind="dot").count() == 30


def test_taking_together_while_the_room_chooses_loses_no_choice(dirk: User) -> None:
    workshop = WorkshopFactory(step=Step.PRIORITISE, facilitator=dirk)
    one, two = ProposalFactory.create_batch(2, workshop=workshop)
    thirty = ParticipantFactory.create_batch(30, workshop=workshop)

    *chosen, _ = at_once(
        *(partial(phones.choose, phone, one, wanted=True) for phone in thirty),
        partial(proposals.merge, one, two, by=dirk),
    )

    assert two.votes.count() + refused(chosen) == 30
    assert ProposalVote.objects.filter(proposal=one).count() == 0


def test_goals_are_made_once_by_two_who_press_at_once(dirk: User) -> None:
    workshop = WorkshopFactory(step=Step.TOP_FIVE, facilitator=dirk)
    for rank in range(1, 6):
        ProposalFactory(workshop=workshop, rank=rank, owner=dirk)

    made = at_once(*[partial(topfive.make_goals, workshop, by=dirk)] * 4)

    assert sorted(len(one) for one in made) == [0, 0, 0, 5]
    assert Goal.objects.count() == 5
