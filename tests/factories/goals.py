from __future__ import annotations

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from governance.models import Audience, Domain, Goal, Indicator, Reading, Strategy
from tests.factories.people import UserFactory


class StrategyFactory(DjangoModelFactory):
    class Meta:
        model = Strategy

    title = factory.Sequence(lambda n: f"Line {n}")
    position = factory.Sequence(lambda n: n)


class AudienceFactory(DjangoModelFactory):
    class Meta:
        model = Audience
        django_get_or_create = ("code",)

    code = "students"


class GoalFactory(DjangoModelFactory):
    """A draft with its chain; approved=True for one that the college works on."""

    class Meta:
        model = Goal

    class Params:
        approved = factory.Trait(
            state=Goal.State.APPROVED, approver=factory.SubFactory(UserFactory)
        )

    domain = Domain.LEARNING
    title = factory.Sequence(lambda n: f"Goal {n}")
    activity = "Students keep a blog during their placement."
    consequence = "Their teacher follows what they learn."
    effect = "More students finish."
    author = factory.SubFactory(UserFactory)
    owner = factory.SelfAttribute("author")


class IndicatorFactory(DjangoModelFactory):
    """From 40 to 80 %, by hand, once in thirty days."""

    class Meta:
        model = Indicator

    goal = factory.SubFactory(GoalFactory)
    name = factory.Sequence(lambda n: f"Indicator {n}")
    unit = "%"
    baseline = Decimal(40)
    target = Decimal(80)
    target_date = date(2027, 7, 1)
    every_days = 30


class ReadingFactory(DjangoModelFactory):
    class Meta:
        model = Reading

    indicator = factory.SubFactory(IndicatorFactory)
    on_date = date(2026, 9, 1)
    value = Decimal(50)
    source = "Count at the intake"
    by = factory.SubFactory(UserFactory)
