"""The people of the tests, and the ground rules: no network but loopback, no cached institution."""

from __future__ import annotations

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

from people.models import Institution, Role, Team, User
from tests.factories.people import InstitutionFactory, TeamFactory, UserFactory

# How long an example takes says something about the machine; `make bench` holds speed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_runtest_setup() -> None:
    """Tests talk to this machine only."""
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test first: at the end every other worker would wait for it."""
    items.sort(key=lambda item: item.path.name != "test_queries.py")


@pytest.fixture
def info(db: None) -> Team:
    team: Team = TeamFactory(code="info", name="Info centre")
    return team


@pytest.fixture
def comms(db: None) -> Team:
    team: Team = TeamFactory(code="comms", name="Communications")
    return team


@pytest.fixture
def crisis(db: None) -> Team:
    team: Team = TeamFactory(code="crisis", name="Crisis team", kind=Team.Kind.CRISIS)
    return team


@pytest.fixture
def anna(info: Team) -> User:
    """Webcare agent in the info centre."""
    user: User = UserFactory(name="Anna", roles=[Role.AGENT], teams=[info])
    return user


@pytest.fixture
def bas(info: Team) -> User:
    """Anna's colleague in the same team."""
    user: User = UserFactory(name="Bas", roles=[Role.AGENT], teams=[info])
    return user


@pytest.fixture
def carla(comms: Team) -> User:
    """Webcare agent in another team."""
    user: User = UserFactory(name="Carla", roles=[Role.AGENT], teams=[comms])
    return user


@pytest.fixture
def dirk(db: None) -> User:
    """Manager."""
    user: User = UserFactory(name="Dirk", roles=[Role.MANAGER])
    return user


@pytest.fixture
def eva(db: None) -> User:
    """Teacher, without any part in webcare."""
    user: User = UserFactory(name="Eva", roles=[Role.TEACHER])
    return user


@pytest.fixture
def college(db: None) -> Institution:
    institution: Institution = InstitutionFactory()
    return institution
