"""A manager with a unit and a team opens what is opened most with few queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import Role, Team, User
from tests.factories.people import UnitFactory, UserFactory
from tests.subjects import enrolment, reading

PAGES = {"people:waiting": 8, "reporting:overview": 10}

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(info: Team, college: object) -> User:
    made: User = UserFactory(roles=[Role.MANAGER], unit=UnitFactory(), teams=[info])
    return made


def asked(client: Client) -> dict[str, int]:
    counts = {}
    for name in PAGES:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(name)).status_code == 200
        counts[name] = len(queries)
    return counts


def test_few_queries_however_much_there_is(client: Client, manager: User) -> None:
    client.force_login(manager)
    grow(manager, 10)
    asked(client)
    few = asked(client)
    grow(manager, 90)

    assert asked(client) == few
    assert {name: count for name, count in few.items() if count > PAGES[name]} == {}


def grow(manager: User, count: int) -> None:
    reading.grow(manager, count)
    enrolment.grow(manager, count)
