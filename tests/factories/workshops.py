from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from governance.domain.workshops import phones
from governance.models import Participant, Proposal, Statement, StatementVote, Workshop
from tests.factories.people import UserFactory


class WorkshopFactory(DjangoModelFactory):
    class Meta:
        model = Workshop

    title = "Vision on communication"
    domain = "communication"
    code = factory.Sequence(lambda n: f"A{n:05d}")
    scene = "A video goes round. Who does what now?"
    facilitator = factory.SubFactory(UserFactory)
    step = Workshop.Step.LOBBY
    started_at = factory.LazyAttribute(lambda one: None if one.step == "lobby" else now())


class StatementFactory(DjangoModelFactory):
    class Meta:
        model = Statement

    workshop = factory.SubFactory(WorkshopFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Statement {n}")


class ParticipantFactory(DjangoModelFactory):
    """Pass key="secret" for a phone that comes back with it."""

    class Meta:
        model = Participant

    class Params:
        key = factory.Sequence(lambda n: f"key {n}")

    workshop = factory.SubFactory(WorkshopFactory)
    key_digest = factory.LazyAttribute(lambda one: phones.digest(one.workshop, one.key))


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = Proposal

    workshop = factory.SubFactory(WorkshopFactory)
    text = factory.Sequence(lambda n: f"Goal {n}")


def voted(statement: Statement, *values: int) -> None:
    """A vote of this value by each of as many new phones."""
    for value in values:
        StatementVote.objects.create(
            statement=statement,
            participant=ParticipantFactory(workshop=statement.workshop),
            value=value,
        )
