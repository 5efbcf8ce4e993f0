from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from people.models import User
from tests.factories.training import EnrolmentFactory, OfferingFactory, SessionFactory
from training.models import Enrolment, Offering, Session

START = datetime(2026, 10, 6, 13, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A quarter of an hour after the session began."""
    with time_machine.travel(datetime(2026, 10, 6, 13, 15, tzinfo=UTC), tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def offering(thea: User) -> Offering:
    made: Offering = OfferingFactory(trainers=[thea], starts_at=START)
    return made


@pytest.fixture
def session(offering: Offering) -> Session:
    made: Session = SessionFactory(offering=offering, starts_at=START)
    return made


@pytest.fixture
def enrolment(offering: Offering, eva: User) -> Enrolment:
    made: Enrolment = EnrolmentFactory(offering=offering, user=eva)
    return made
