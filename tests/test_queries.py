"""No page asks the database more when there is more to show.

Every page of tests/pages.py is counted, with ten of everything and with two hundred. A new address
must be added there: as a page, or as a step that changes something.
"""

from __future__ import annotations

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.pages import PAGES, STEPS, addresses, grow
from tests.test_architecture import views

FEW, MANY = 10, 200
OURS = ("webcare:", "monitoring:", "training:", "governance:", "people:", "reporting:", "api:")


@pytest.fixture
def reader(info: Team, college: object) -> User:
    """Somebody who may open every page."""
    roles = [Role.MANAGER, Role.AGENT, Role.ADMINISTRATOR]
    user: User = UserFactory(name="Fatima", roles=roles, teams=[info])
    return user


def test_every_address_is_counted_or_changes_something() -> None:
    ours = {name for name, _ in views() if name.startswith(OURS)}

    assert ours == set(PAGES) | STEPS


@pytest.mark.django_db
def test_no_page_asks_more_when_there_is_more(client: Client, reader: User) -> None:
    client.force_login(reader)
    grow(reader, FEW)
    fill_what_a_process_keeps(client, reader)
    few = counts(client, reader)
    grow(reader, MANY - FEW)
    many = counts(client, reader)

    assert many == few
    assert {name: count for name, count in many.items() if count > PAGES[name]} == {}


def fill_what_a_process_keeps(client: Client, reader: User) -> None:
    for _, url in addresses(reader):
        client.get(url)


def counts(client: Client, reader: User) -> dict[str, int]:
    """Queries of every page."""
    return {name: queries(client, url) for name, url in addresses(reader)}


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    count = len(captured)
    reset_queries()  # thousands of statements as text are a gigabyte
    return count
