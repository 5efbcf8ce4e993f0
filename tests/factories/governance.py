from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from governance.models import Policy, PolicySection, PolicyVersion, RoutingRule
from tests.factories.people import TeamFactory, UserFactory


class PolicyFactory(DjangoModelFactory):
    class Meta:
        model = Policy

    kind = Policy.Kind.WEBCARE
    title = "Webcare"
    slug = factory.Sequence(lambda n: f"policy-{n}")
    owner = factory.SubFactory(UserFactory)


class PolicyVersionFactory(DjangoModelFactory):
    """A draft with one clause; pass in_force=True for one that the router runs."""

    class Meta:
        model = PolicyVersion
        skip_postgeneration_save = True

    class Params:
        in_force = factory.Trait(
            state=PolicyVersion.State.IN_FORCE,
            approver=factory.SubFactory(UserFactory),
            in_force_from=datetime(2026, 1, 1, tzinfo=UTC),
        )

    policy = factory.SubFactory(PolicyFactory)
    number = factory.Sequence(lambda n: n + 1)
    author = factory.SubFactory(UserFactory)
    fallback_team = factory.SubFactory(TeamFactory, code="info")

    @factory.post_generation
    def text(obj: PolicyVersion, create: bool, extracted: str | None, **kwargs: Any) -> None:
        """PolicyVersionFactory(text="Wij antwoorden."); text="" for one without a clause."""
        words = "Webcare" if extracted is None else extracted
        if words:
            PolicySectionFactory(version=obj, what=words)


class PolicySectionFactory(DjangoModelFactory):
    """A clause at the end of its version."""

    class Meta:
        model = PolicySection

    version = factory.SubFactory(PolicyVersionFactory, text="")
    position = factory.LazyAttribute(lambda section: section.version.sections.count() + 1)
    title = factory.Sequence(lambda n: f"Clause {n}")
    what = "Wij antwoorden binnen een dag."


class RoutingRuleFactory(DjangoModelFactory):
    class Meta:
        model = RoutingRule

    version = factory.SubFactory(PolicyVersionFactory)
    position = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"Rule {n}")
    team = factory.SubFactory(TeamFactory, code="info")
    category = "question"


def policy_in_force(*rules: dict[str, Any], **fields: Any) -> PolicyVersion:
    """A webcare version in force with these rules, in this order."""
    version: PolicyVersion = PolicyVersionFactory(in_force=True, **fields)
    for position, rule in enumerate(rules, start=1):
        RoutingRuleFactory(version=version, position=position, **rule)
    return version
