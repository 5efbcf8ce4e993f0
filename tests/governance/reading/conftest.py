from __future__ import annotations

from datetime import UTC, datetime

import pytest

from governance.models import Policy, PolicyVersion
from people.models import Role, Unit, User
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.reading import ReadershipFactory, protocol, published

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def policy(db: None) -> Policy:
    return protocol(title="Use your voice", slug="voice")


@pytest.fixture
def version(policy: Policy) -> PolicyVersion:
    """In force since Monday 2 March 2026."""
    return published(policy)


@pytest.fixture
def school(db: None) -> Unit:
    unit: Unit = UnitFactory(name="School of tourism")
    return unit


@pytest.fixture
def department(school: Unit) -> Unit:
    unit: Unit = UnitFactory(name="Travel", parent=school)
    return unit


@pytest.fixture
def gerda(department: Unit) -> User:
    """A teacher who has worked here for years."""
    return teacher("Gerda", department)


@pytest.fixture
def asked(policy: Policy) -> None:
    """All teachers, within 28 days; new ones within 14."""
    ReadershipFactory(policy=policy, roles=[Role.TEACHER])


def teacher(name: str, unit: Unit | None = None, joined: datetime = LONG_AGO) -> User:
    user: User = UserFactory(name=name, unit=unit, roles=[Role.TEACHER], date_joined=joined)
    return user
