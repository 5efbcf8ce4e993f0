from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from people.backends import PortalBackend
from people.models import Role, Team, User
from tests.factories.people import AbsenceFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_signed_in_person_brings_their_roles_and_teams(
    anna: User, comms: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    away = UserFactory(teams=[comms])
    today = localdate(now())
    AbsenceFactory(user=away, substitute=anna, from_date=today, until_date=today)
    known = User.objects.get(pk=anna.pk)

    with django_assert_num_queries(1):
        found = PortalBackend().get_user(anna.pk)
        assert found is not None
        brought = found.roles, found.team_ids

    assert brought == (known.roles, known.team_ids)
    assert comms.pk in found.team_ids


def test_a_person_without_role_or_team_brings_none() -> None:
    found = PortalBackend().get_user(UserFactory(roles=[], teams=[]).pk)

    assert found is not None
    assert (found.roles, found.team_ids) == (frozenset(), frozenset())


def test_who_may_not_sign_in_any_more_is_a_stranger_at_once(client: Client) -> None:
    user = UserFactory(roles=[Role.AGENT])
    client.force_login(user)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get(reverse("people:profile")).status_code == 302
