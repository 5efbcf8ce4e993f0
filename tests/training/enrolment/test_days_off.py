"""A session on a day off of the college: told before it is saved, and never refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from governance.domain import meantime
from people.models import User
from tests.factories.training import CourseFactory, OfferingFactory
from training.models import Offering, Session

pytestmark = pytest.mark.django_db
CLOSED = "the college is closed"


@pytest.fixture(autouse=True)
def _october() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 10, 1, 10, tzinfo=UTC), tick=False):
        yield


def series(first: str, **fields: object) -> dict[str, Any]:
    when = {"day": first, "begins": "14:00", "ends": "16:00", "rhythm": "weekly", "times": 3}
    return {**when, "place": "A1", "capacity": 12, "hours_to_accept": 48, **fields}


def test_a_series_that_meets_christmas_is_planned_after_a_warning(
    client: Client, thea: User
) -> None:
    client.force_login(thea)
    where = reverse("training:offering-create", args=[CourseFactory().slug])

    warned = client.post(where, series("2026-12-18"))
    page = warned.content.decode()
    assert "Friday 25 December 2026, Friday 1 January 2027" in page
    assert 'value="A1"' in page
    assert not Offering.objects.exists()

    anyway = warned.context["form"].stamp
    other = client.post(where, series("2026-12-25", anyway=anyway, times=1, rhythm="once"))
    assert "25 December" in other.content.decode()  # another choice is told anew
    client.post(where, series("2026-12-18", anyway=anyway))
    assert Session.objects.count() == 3
    shown = client.get(Offering.objects.get().get_absolute_url()).content.decode()
    assert shown.count(CLOSED) == 2


def test_moving_a_session_warns_only_when_its_day_changes(
    client: Client, thea: User, eva: User
) -> None:
    session = OfferingFactory(with_session=True).sessions.get()
    client.force_login(thea)
    where = reverse("training:session-edit", args=[session.pk])
    king = {"day": "2027-04-27", "begins": "14:00", "ends": "16:00", "place": "A1"}

    warned = client.post(where, {**king, "seen": meantime.stamp(session)})
    assert "27 April 2027" in warned.content.decode()
    stamps = {"seen": meantime.stamp(session), "anyway": "2027-04-27"}
    client.post(where, {**king, **stamps})
    session.refresh_from_db()
    assert session.starts_at == datetime(2027, 4, 27, 12, tzinfo=UTC)
    later = {**king, "place": "B2", "seen": meantime.stamp(session)}
    assert client.post(where, later).status_code == 302

    client.force_login(eva)  # who only comes, is not warned
    assert CLOSED not in client.get(session.offering.get_absolute_url()).content.decode()
