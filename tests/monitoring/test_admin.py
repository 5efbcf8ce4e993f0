from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from tests.factories.monitoring import ChannelFactory, MatchFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
OURS = [model for model in admin.site._registry if model._meta.app_label == "monitoring"]


@pytest.fixture
def page(client: Client) -> Client:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_list_opens(page: Client, model: type) -> None:
    MatchFactory()

    address = reverse(f"admin:monitoring_{model._meta.model_name}_changelist")  # type: ignore[attr-defined]
    assert page.get(address).status_code == 200


def test_no_key_is_shown(page: Client) -> None:
    channel = ChannelFactory(credentials={"token": "zeer-geheim"})

    answer = page.get(reverse("admin:monitoring_channel_change", args=[channel.pk]))

    assert answer.status_code == 200
    assert "zeer-geheim" not in answer.content.decode()


def test_a_mention_opens_and_cannot_be_changed(page: Client) -> None:
    mention = MatchFactory().mention
    address = reverse("admin:monitoring_mention_change", args=[mention.pk])

    assert page.get(address).status_code == 200
    assert page.post(address, {"text": "anders"}).status_code == 403
