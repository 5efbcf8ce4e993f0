from __future__ import annotations

import pytest
from django.db import IntegrityError

from people.models import Role, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_an_address_signs_in_whatever_its_capitals() -> None:
    UserFactory(email="Anna@Example.org")

    assert User.objects.get_by_natural_key("anna@example.org").email == "Anna@Example.org"


def test_one_address_belongs_to_one_person() -> None:
    UserFactory(email="anna@example.org")

    with pytest.raises(IntegrityError):
        UserFactory(email="ANNA@example.org")


def test_a_role_that_is_granted_counts_at_once() -> None:
    user = UserFactory(roles=[Role.TEACHER])
    assert not user.has_role(Role.MANAGER)

    user.grant([Role.MANAGER])

    assert user.has_role(Role.MANAGER)
