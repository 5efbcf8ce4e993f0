"""Devices, loans and ambassadors."""

from __future__ import annotations

from typing import Any

from core import audit
from core.clock import now
from people.models import User
from tests.factories.devices import (
    AmbassadorFactory,
    AmbassadorTaskFactory,
    DeviceFactory,
    LoanFactory,
)
from training.models import Ambassador, Device, Loan

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "training:device-list": LIST,
    "training:device-csv": FORM,
    "training:device-create": FORM,
    "training:device-detail": DETAIL,
    "training:device-edit": FORM,
    "training:loan-agreement": FORM,
    "training:loan-mine": LIST,
    "training:loan-person": LIST,
    "training:loan-detail": DETAIL,
    "training:loan-slip": FORM,
    "training:ambassador-list": LIST,
    "training:ambassador-suggest": FORM,
    "training:ambassador-detail": DETAIL,
    "training:ambassador-consent": FORM,
    "training:ambassador-goodbye": FORM,
}
STEPS = {
    "training:device-lend", "training:loan-accept", "training:loan-extend",
    "training:loan-return", "training:loan-wipe", "training:ambassador-invite",
    "training:ambassador-path", "training:ambassador-task-add",
    "training:ambassador-task-finish", "training:ambassador-stop",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    device = {"pk": Device.objects.order_by("pk")[0].pk}
    loan = {"pk": Loan.objects.order_by("pk")[0].pk}
    ambassador = Ambassador.objects.order_by("pk")[0]
    return {
        "training:device-detail": device,
        "training:device-edit": device,
        "training:loan-person": {"pk": reader.pk},
        "training:loan-detail": loan,
        "training:loan-slip": loan,
        "training:ambassador-detail": {"pk": ambassador.pk},
        "training:ambassador-consent": {"key": ambassador.key},
    }


def grow(reader: User, count: int) -> None:
    device = Device.objects.order_by("pk").first() or DeviceFactory()
    DeviceFactory.create_batch(count)
    past = {"user": reader, "returned_at": now(), "signed_out": True, "photos_removed": True}
    LoanFactory.create_batch(count, device=device, wiped_at=now(), **past)
    LoanFactory.create_batch(count)
    active = {"state": Ambassador.State.ACTIVE, "consented_at": now()}
    first = Ambassador.objects.order_by("pk").first() or AmbassadorFactory(key="k", **active)
    AmbassadorFactory.create_batch(count)
    AmbassadorTaskFactory.create_batch(count, ambassador=first)
    for _number in range(count):
        audit.record("edited", first, by=reader)
