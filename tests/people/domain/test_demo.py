from __future__ import annotations

import pytest

from people.domain import demo
from people.models import Role
from tests.factories.people import InstitutionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_real_college_shows_no_accounts() -> None:
    InstitutionFactory(is_demo=False)
    UserFactory(email="anna@demo.example")

    assert demo.accounts() == []


def test_the_demo_shows_its_own_people_with_their_roles() -> None:
    InstitutionFactory(is_demo=True)
    UserFactory(email="anna@demo.example", name="Anna", roles=[Role.AGENT])
    UserFactory(email="left@demo.example", is_active=False)
    UserFactory(email="real@college.example")

    assert [(account.email, account.name) for account in demo.accounts()] == [
        ("anna@demo.example", "Anna")
    ]
    assert demo.accounts()[0].roles == str(Role.AGENT.label)
