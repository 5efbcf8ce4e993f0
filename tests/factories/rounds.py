from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from governance.domain.rounds import keys
from governance.models import (
    Goal,
    Group,
    Measurement,
    Round,
    RoundInvitation,
    RoundItem,
    RoundLink,
    RoundResponse,
)
from tests.factories.people import UserFactory


class RoundFactory(DjangoModelFactory):
    """A draft; pass is_open=True or is_closed=True."""

    class Meta:
        model = Round

    class Params:
        is_open = factory.Trait(state=Round.State.OPEN, opened_at=datetime(2026, 3, 1, tzinfo=UTC))
        is_closed = factory.Trait(
            state=Round.State.CLOSED,
            opened_at=datetime(2026, 3, 1, tzinfo=UTC),
            closed_at=datetime(2026, 3, 20, tzinfo=UTC),
        )

    title = factory.Sequence(lambda n: f"Round {n}")
    groups = [Group.LEADERS, Group.TEACHERS]
    owner = factory.SubFactory(UserFactory)


class RoundItemFactory(DjangoModelFactory):
    class Meta:
        model = RoundItem

    round = factory.SubFactory(RoundFactory)
    position = factory.Sequence(lambda n: n + 1)
    block = "expertise"
    kind = RoundItem.Kind.FIXED
    code = "expertise-01"
    groups = [Group.LEADERS, Group.TEACHERS]


class RoundLinkFactory(DjangoModelFactory):
    class Meta:
        model = RoundLink

    round = factory.SubFactory(RoundFactory)
    group = Group.TEACHERS
    token = factory.Sequence(lambda n: f"token{n}")


class RoundResponseFactory(DjangoModelFactory):
    class Meta:
        model = RoundResponse

    round = factory.SubFactory(RoundFactory)
    group = Group.TEACHERS
    key_digest = factory.LazyFunction(lambda: keys.digest(keys.new_code()))
    is_complete = True


class RoundInvitationFactory(DjangoModelFactory):
    class Meta:
        model = RoundInvitation

    round = factory.SubFactory(RoundFactory)
    group = Group.TEACHERS
    code_digest = factory.LazyFunction(lambda: keys.digest(keys.new_code()))


class MeasurementFactory(DjangoModelFactory):
    class Meta:
        model = Measurement


def closed_round(
    levels: Mapping[str, Sequence[int]], codes: Sequence[str] = ("expertise-01",), **fields: Any
) -> Round:
    """A closed round; `levels` gives for each group what each of its people answers everywhere."""
    held: Round = RoundFactory(is_closed=True, groups=list(levels), **fields)
    items = [
        RoundItemFactory(
            round=held,
            position=place,
            code=code,
            block=code.rpartition("-")[0],
            groups=list(levels),
        )
        for place, code in enumerate(codes, start=1)
    ]
    for group, answers in levels.items():
        for level in answers:
            RoundResponseFactory(
                round=held, group=group, answers={str(item.pk): level for item in items}
            )
    return held


def approved_goal(title: str) -> Goal:
    """A goal with its chain, approved before the rounds of these tests."""
    return Goal.objects.create(
        title=title,
        domain="learning",
        activity="Wij doen iets.",
        consequence="Er gebeurt iets.",
        effect="Het college wint iets.",
        state=Goal.State.APPROVED,
        decided_at=datetime(2026, 1, 5, tzinfo=UTC),
    )
