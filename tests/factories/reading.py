from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    Acknowledgement,
    Policy,
    PolicyVersion,
    QuizQuestion,
    Readership,
)
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.people import UserFactory

MARCH = datetime(2026, 3, 2, 9, tzinfo=UTC)


class ReadershipFactory(DjangoModelFactory):
    """ReadershipFactory(policy=…, roles=[Role.TEACHER], units=[unit])"""

    class Meta:
        model = Readership
        skip_postgeneration_save = True

    policy = factory.SubFactory(PolicyFactory, kind=Policy.Kind.PROTOCOL)
    since_date = date(2026, 3, 2)
    days = 28
    new_staff_days = 14

    @factory.post_generation
    def units(obj: Readership, create: bool, extracted: Any, **kwargs: Any) -> None:
        if extracted:
            obj.units.set(extracted)


class QuizQuestionFactory(DjangoModelFactory):
    class Meta:
        model = QuizQuestion

    version = factory.SubFactory(PolicyVersionFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = "Whom do we answer?"
    options = factory.LazyFunction(lambda: ["Nobody", "Everybody", "Students only"])
    right = 1


class AcknowledgementFactory(DjangoModelFactory):
    class Meta:
        model = Acknowledgement

    user = factory.SubFactory(UserFactory)
    version = factory.SubFactory(PolicyVersionFactory)
    at = MARCH


def protocol(title: str = "Protocol", **fields: Any) -> Policy:
    policy: Policy = PolicyFactory(kind=Policy.Kind.PROTOCOL, title=title, **fields)
    return policy


def published(
    policy: Policy, number: int = 1, at: datetime = MARCH, **fields: Any
) -> PolicyVersion:
    """Put a version in force; the one before it becomes historic."""
    policy.versions.in_force().update(state=PolicyVersion.State.HISTORIC)
    version: PolicyVersion = PolicyVersionFactory(
        policy=policy,
        number=number,
        in_force=True,
        in_force_from=at,
        fallback_team=None,
        **fields,
    )
    return version
