from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from core import audit
from people.domain import invitations
from people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_an_invited_person_chooses_a_password_and_gets_in(
    dirk: User, client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "http://testserver/"
    fatima = UserFactory(email="fatima@example.org", name="Fatima Said")
    fatima.set_unusable_password()
    fatima.save()

    invitations.invite(fatima, by=dirk)

    letter = mail.outbox[0]
    assert letter.to == ["fatima@example.org"]
    assert "Hello Fatima," in letter.body
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", str(letter.body))
    assert link
    page = client.get(link.group(1), follow=True)
    password = "een-lange-wachtzin"
    client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})
    assert client.login(email="fatima@example.org", password=password)


def test_an_invitation_is_written_down(dirk: User, eva: User) -> None:
    invitations.invite(eva, by=dirk)

    line = audit.history(eva).get()
    assert (line.verb, line.actor) == ("invited", dirk)
