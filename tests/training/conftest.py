"""The people of the tests about training."""

from __future__ import annotations

import pytest

from people.models import Role, User
from tests.factories.people import UserFactory


@pytest.fixture
def thea(db: None) -> User:
    """Trainer."""
    user: User = UserFactory(name="Thea", roles=[Role.TRAINER])
    return user
