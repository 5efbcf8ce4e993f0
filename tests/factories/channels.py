from __future__ import annotations

from decimal import Decimal
from typing import Any

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    Audience,
    AudienceUse,
    ChannelChoice,
    ChannelScore,
    Goal,
    PlatformSurvey,
    SurveyResponse,
    TeamMandate,
)
from tests.factories.people import TeamFactory, UserFactory


class AudienceFactory(DjangoModelFactory):
    class Meta:
        model = Audience
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"audience-{n}")
    name = factory.LazyAttribute(lambda audience: f"Audience {audience.code}")
    position = factory.Sequence(lambda n: n + 100)


class AudienceUseFactory(DjangoModelFactory):
    class Meta:
        model = AudienceUse

    audience = factory.SubFactory(AudienceFactory)
    platform = "instagram"
    percent = Decimal("71.5")
    year = 2026
    source = factory.Sequence(lambda n: f"Own survey {n}")


class PlatformSurveyFactory(DjangoModelFactory):
    """An open survey about three platforms."""

    class Meta:
        model = PlatformSurvey

    audience = factory.SubFactory(AudienceFactory)
    title = "Which platforms do you use?"
    platforms = factory.LazyFunction(lambda: ["instagram", "tiktok", "Snapchat"])
    state = PlatformSurvey.State.OPEN
    owner = factory.SubFactory(UserFactory)


class SurveyResponseFactory(DjangoModelFactory):
    class Meta:
        model = SurveyResponse

    survey = factory.SubFactory(PlatformSurveyFactory)
    answers = factory.LazyFunction(lambda: {"use": {"instagram": "daily"}})


class ChannelChoiceFactory(DjangoModelFactory):
    """A channel that is considered; chosen=True for one that the college is on."""

    class Meta:
        model = ChannelChoice

    class Params:
        chosen = factory.Trait(state=ChannelChoice.State.CHOSEN)

    platform = "instagram"
    name = factory.Sequence(lambda n: f"@account{n}")
    reason = "Our students are there."
    hours_per_week = Decimal(2)


class ChannelScoreFactory(DjangoModelFactory):
    class Meta:
        model = ChannelScore

    choice = factory.SubFactory(ChannelChoiceFactory)
    audience = factory.SubFactory(AudienceFactory)
    present = 3
    expects = 2
    openness = 1


class AimFactory(DjangoModelFactory):
    """A goal, as far as a channel needs it."""

    class Meta:
        model = Goal

    domain = "communication"
    title = factory.Sequence(lambda n: f"Goal {n}")


def mandate(hours: int, **fields: Any) -> TeamMandate:
    """A team with hours a week."""
    made: TeamMandate = TeamMandate.objects.create(
        team=TeamFactory(), hours_per_week=hours, **fields
    )
    return made
