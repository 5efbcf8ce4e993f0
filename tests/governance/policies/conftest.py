from __future__ import annotations

import pytest

from governance.models import PolicyVersion
from people.models import Role, User
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.people import UserFactory


@pytest.fixture
def frank(db: None) -> User:
    """A manager who writes nothing, and so may decide."""
    user: User = UserFactory(name="Frank", roles=[Role.MANAGER])
    return user


@pytest.fixture
def protocol(dirk: User) -> PolicyVersion:
    """The first draft of a protocol, by Dirk, with one clause."""
    policy = PolicyFactory(kind="protocol", title="Protocol", slug="protocol", owner=dirk)
    version: PolicyVersion = PolicyVersionFactory(
        policy=policy, number=1, author=dirk, fallback_team=None
    )
    return version
