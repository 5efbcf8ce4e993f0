from __future__ import annotations

import pytest

from governance.models import Participant, Statement, Workshop
from people.models import User
from tests.factories.workshops import ParticipantFactory, StatementFactory, WorkshopFactory


@pytest.fixture
def workshop(dirk: User) -> Workshop:
    """Dirk's workshop, in which the room votes now."""
    made: Workshop = WorkshopFactory(facilitator=dirk, step=Workshop.Step.VOTE)
    return made


@pytest.fixture
def statement(workshop: Workshop) -> Statement:
    made: Statement = StatementFactory(workshop=workshop, text="Students may post.")
    return made


@pytest.fixture
def phone(workshop: Workshop) -> Participant:
    """A phone in the room, with the key "mine"."""
    made: Participant = ParticipantFactory(workshop=workshop, key="mine")
    return made


def at_step(workshop: Workshop, step: str) -> Workshop:
    workshop.step = step
    workshop.save()
    return workshop
