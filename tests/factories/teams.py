from __future__ import annotations

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    ChannelChoice,
    Cost,
    Goal,
    HoursSpent,
    Indicator,
    Reading,
    TeamMandate,
)
from tests.factories.people import TeamFactory, UserFactory


class MandateFactory(DjangoModelFactory):
    class Meta:
        model = TeamMandate

    team = factory.SubFactory(TeamFactory)
    hours_per_week = Decimal(7)


class ApprovedGoalFactory(DjangoModelFactory):
    class Meta:
        model = Goal

    domain = "communication"
    title = factory.Sequence(lambda n: f"Goal {n}")
    activity = consequence = effect = "Something."
    state = Goal.State.APPROVED


class ChosenChannelFactory(DjangoModelFactory):
    class Meta:
        model = ChannelChoice

    platform = factory.Sequence(lambda n: f"platform {n}")
    state = ChannelChoice.State.CHOSEN
    reason = "Our students are there."


class PercentageFactory(DjangoModelFactory):
    """An indicator in percent, from 40 to 60."""

    class Meta:
        model = Indicator

    goal = factory.SubFactory(ApprovedGoalFactory)
    name = factory.Sequence(lambda n: f"Indicator {n}")
    unit = "%"
    baseline = Decimal(40)
    target = Decimal(60)


class FigureFactory(DjangoModelFactory):
    class Meta:
        model = Reading

    indicator = factory.SubFactory(PercentageFactory)
    on_date = date(2026, 6, 1)
    value = Decimal(50)
    source = "counted"


class HoursFactory(DjangoModelFactory):
    class Meta:
        model = HoursSpent

    team = factory.SubFactory(TeamFactory)
    user = factory.SubFactory(UserFactory)
    on_date = date(2026, 6, 1)
    hours = Decimal(2)


class CostFactory(DjangoModelFactory):
    class Meta:
        model = Cost

    kind = Cost.Kind.TOOLS
    description = factory.Sequence(lambda n: f"Cost {n}")
    amount = Decimal(100)
    from_date = date(2026, 1, 1)
    until_date = date(2026, 12, 31)
