"""A series comes for as long as one of its sessions does; its first day says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import User
from tests.factories.training import EnrolmentFactory, OfferingFactory
from training.models import Offering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """Thursday 1 October 2026, twelve o'clock in Amsterdam."""
    with time_machine.travel(datetime(2026, 10, 1, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def running() -> Offering:
    """Began a week ago; the second of three was this morning, the third is in a week."""
    begin = now() - timedelta(days=7, hours=3)
    made: Offering = OfferingFactory(with_session=3, starts_at=begin, name="Reeks")
    return made


def listed(client: Client, **chosen: str) -> list[str]:
    rows = client.get(reverse("training:offering-list"), chosen).context["offerings"]
    return [str(one) for one in rows]


def test_a_series_is_coming_until_its_last_session(
    client: Client, eva: User, running: Offering
) -> None:
    OfferingFactory(with_session=True, name="Later")
    OfferingFactory(with_session=True, name="Voorbij", starts_at=now() - timedelta(days=3))
    client.force_login(eva)

    assert listed(client) == ["Reeks", "Later"]
    assert listed(client, month="2026-10") == ["Reeks", "Later"]
    assert listed(client, month="2026-11") == []
    assert listed(client, show="past") == ["Voorbij"]
    page = client.get(reverse("training:offering-list")).content.decode()
    assert page.index("under way since 24 September") < page.index("Thursday 8 October")

    running.sessions.going_on().filter(starts_at__gt=now()).update(cancelled_at=now())
    with time_machine.travel(now() + timedelta(days=1), tick=False):
        client.force_login(eva)
        assert listed(client, show="past") == ["Voorbij", "Reeks"]


def test_a_running_series_stands_at_its_course_and_under_my_training(
    client: Client, eva: User, running: Offering
) -> None:
    EnrolmentFactory(offering=running, user=eva)
    client.force_login(eva)

    mine = client.get(reverse("training:my-training")).content.decode()
    assert "Next session: Thursday 8 October" in mine
    assert "under way" in client.get(reverse("training:course-list")).content.decode()
    course = client.get(running.course.get_absolute_url()).content.decode()
    assert "Next session: Thursday 8 October" in course
    assert "Reeks" in listed(client, show="mine")
