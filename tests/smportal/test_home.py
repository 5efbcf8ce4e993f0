from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Role, Team, User
from tests.factories.people import TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


def lands_on(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("home")).headers["Location"]


def test_who_is_in_a_team_starts_in_the_inbox(client: Client, anna: User) -> None:
    assert lands_on(client, anna) == reverse("webcare:inbox")


def test_a_member_of_a_think_tank_has_no_queue_to_start_in(client: Client) -> None:
    tank = TeamFactory(kind=Team.Kind.THINK_TANK)
    eva = UserFactory(roles=[Role.TEACHER], teams=[tank])

    assert lands_on(client, eva) == reverse("people:waiting")
    assert reverse("webcare:inbox") not in client.get(reverse("people:profile")).content.decode()


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
