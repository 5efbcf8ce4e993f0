from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core import audit
from people.models import Team, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    user: User = UserFactory(is_staff=True, is_superuser=True, language="nl")
    return user


def test_the_audit_trail_tells_and_filters_in_the_readers_language(
    client: Client, administrator: User, info: Team
) -> None:
    audit.record("paused", info, by=None)
    client.force_login(administrator)

    page = client.get(reverse("admin:core_logentry_changelist"), {"verb": "paused"})

    with translation.override("nl"):
        said = translation.gettext("paused")
    assert f'<td class="field-what">{said}</td>' in page.content.decode()
    assert f">{said}</a>" in page.content.decode().replace("\n", "").replace("  ", "")
