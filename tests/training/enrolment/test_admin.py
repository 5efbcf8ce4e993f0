"""The admin shows what is planned and who comes, and changes nothing behind the domain."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Role, User
from tests.factories.people import UserFactory
from tests.factories.training import EnrolmentFactory, OfferingFactory

pytestmark = pytest.mark.django_db


def test_an_administrator_searches_and_looks_and_changes_nothing(
    client: Client,
) -> None:
    boss: User = UserFactory(is_staff=True, is_superuser=True, roles=[Role.ADMINISTRATOR])
    offering = OfferingFactory(with_session=True, name="Starten met Instagram")
    enrolment = EnrolmentFactory(offering=offering)
    client.force_login(boss)
    rows = {
        "course": offering.course,
        "offering": offering,
        "session": offering.sessions.get(),
        "enrolment": enrolment,
    }
    for name, row in rows.items():
        base = f"admin:training_{name}"
        found = client.get(reverse(f"{base}_changelist"), {"q": offering.course.title})
        assert found.context["cl"].result_count == 1, name
        page = client.get(reverse(f"{base}_change", args=[row.pk]))
        assert page.status_code == 200
        assert 'name="_save"' not in page.content.decode()
        assert client.get(reverse(f"{base}_add")).status_code == 403
        assert client.get(reverse(f"{base}_delete", args=[row.pk])).status_code == 403
