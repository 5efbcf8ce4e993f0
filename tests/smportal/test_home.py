from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Role, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def lands_on(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("home")).headers["Location"]


def test_who_is_in_a_team_starts_in_the_inbox(client: Client, anna: User) -> None:
    assert lands_on(client, anna) == reverse("webcare:inbox")


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.CHANNEL_OWNER, "monitoring:source-list"),
        (Role.MANAGER, "reporting:overview"),
        (Role.TEACHER, "people:waiting"),
    ],
)
def test_without_a_team_the_role_says_where_the_day_starts(
    client: Client, role: Role, page: str
) -> None:
    assert lands_on(client, UserFactory(roles=[role])) == reverse(page)
