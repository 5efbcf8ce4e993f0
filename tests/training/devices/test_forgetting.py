"""Who left and still has a device, and who had one long ago."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from core.clock import now
from people.domain import waiting
from people.models import User
from tests.factories.devices import DeviceFactory, LoanFactory
from tests.factories.people import UserFactory
from training.domain import devices
from training.models import Loan

pytestmark = pytest.mark.django_db


def back(days_ago: int, **fields: Any) -> Loan:
    at = now() - timedelta(days=days_ago)
    wiped = {"wiped_at": at, "signed_out": True, "photos_removed": True}
    notes = {"condition_out": "met lader", "condition_in": "kras", "accepted_at": at}
    loan: Loan = LoanFactory(**{"returned_at": at, **notes, **wiped, **fields})
    return loan


def test_a_device_of_who_left_waits_for_who_lends_and_shows_in_the_list(
    client: Client, thea: User, eva: User
) -> None:
    gone = UserFactory(name="Piet Weg", is_active=False)
    day = localdate(now())
    loan = LoanFactory(
        user=gone, handed_out_by=thea, device=DeviceFactory(name="iPad"), due_on=day, lent_on=day
    )
    Loan.objects.update(lent_on=day - timedelta(days=9), due_on=day - timedelta(days=2))
    LoanFactory()
    with override("en"):
        told = [one.text for one in waiting.for_person(thea, day) if one.kind == "Device"]
    assert told == ["Piet Weg left and still has iPad. Get it back and wipe it."]
    assert not [one for one in waiting.for_person(eva, day) if "iPad" in one.text]

    client.force_login(thea)
    answer = client.get(reverse("training:device-list"), {"state": "left"})
    assert [row["device"] for row in answer.context["rows"]] == [loan.device]
    assert answer.context["left"] == 1
    assert "left the college" in client.get(loan.get_absolute_url()).content.decode()


def test_long_after_the_return_the_person_and_the_notes_are_erased_and_the_loan_counts(
    client: Client, thea: User
) -> None:
    old, recent = back(366), back(364)
    unwiped = back(400, wiped_at=None, signed_out=False)
    retired = back(400, wiped_at=None, device=DeviceFactory(retired_on="2026-01-01"))

    assert devices.forget(at=now()) == 2
    assert devices.forget(at=now()) == 0

    for loan in (old, retired):
        loan.refresh_from_db()
        assert (loan.user, loan.handed_out_by, loan.returned_to) == (None, None, None)
        assert (loan.condition_out, loan.condition_in) == ("", "")
        assert loan.returned_at is not None
    assert Loan.objects.filter(user=None).count() == 2
    assert set(Loan.objects.exclude(user=None)) == {recent, unwiped}
    client.force_login(thea)
    assert "the name is erased" in client.get(old.device.get_absolute_url()).content.decode()
    assert "erased, long after" in client.get(old.get_absolute_url()).content.decode()
    assert client.get(reverse("training:loan-slip", args=[old.pk])).status_code == 200
