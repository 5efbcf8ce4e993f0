from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import User

pytestmark = pytest.mark.django_db


def test_the_description_of_the_api_may_style_itself(client: Client, anna: User) -> None:
    client.force_login(anna)
    policy = client.get(reverse("api-docs"))["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "worker-src blob:" in policy


def test_no_other_page_may(client: Client, anna: User) -> None:
    client.force_login(anna)
    assert "unsafe-inline" not in client.get(reverse("people:profile"))["Content-Security-Policy"]


def test_the_description_of_the_api_loads_nothing_from_elsewhere(
    client: Client, anna: User
) -> None:
    client.force_login(anna)
    assert "https://" not in client.get(reverse("api-docs")).content.decode()
