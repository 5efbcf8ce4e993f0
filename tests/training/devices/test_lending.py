from __future__ import annotations

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from core import audit
from core.clock import now
from people.domain import waiting
from people.models import User
from tests.factories.devices import DeviceFactory, LoanFactory
from training.domain import devices
from training.models import Device, Loan

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def noon() -> object:
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as traveller:
        yield traveller


def lent(to: User, by: User, until: date = TODAY) -> Loan:
    return devices.hand_out(DeviceFactory(name="iPad"), to, due_on=until, by=by)


def waits_for(user: User) -> list[tuple[str, date | None]]:
    with override("en"):
        found = waiting.for_person(User.objects.get(pk=user.pk), localdate(now()))
    return [(one.text, one.due) for one in found if one.kind == "Device"]


def test_a_loan_goes_from_hand_to_hand(client: Client, eva: User, thea: User) -> None:
    device = DeviceFactory(name="iPad")
    client.force_login(thea)
    client.post(
        reverse("training:device-lend", args=[device.pk]),
        {"user": eva.pk, "due_on": "2026-12-01", "condition_out": "met lader"},
    )
    loan = Loan.objects.get()

    client.post(reverse("training:loan-accept", args=[loan.pk]))
    loan.refresh_from_db()
    assert not loan.is_agreed  # only the borrower agrees

    client.force_login(eva)
    client.post(reverse("training:loan-accept", args=[loan.pk]))
    loan.refresh_from_db()
    assert (loan.is_agreed, loan.agreement.number) == (True, 1)

    client.force_login(thea)
    client.post(reverse("training:loan-return", args=[loan.pk]), {"signed_out": "on"})
    loan.refresh_from_db()
    assert (loan.returned_to, loan.wiped_at) == (thea, None)
    with pytest.raises(devices.NotReady):
        devices.hand_out(device, eva, due_on=TODAY, by=thea)

    client.post(
        reverse("training:loan-wipe", args=[loan.pk]), {"signed_out": "on", "photos_removed": "on"}
    )
    devices.hand_out(device, eva, due_on=TODAY, by=thea)
    assert [entry.verb for entry in audit.history(device)] == [
        "lent a device", "wiped a device", "took a device back", "agreed to the loan",
        "lent a device",
    ]  # fmt: skip


def test_who_is_second_hears_who_has_it(client: Client, eva: User, thea: User) -> None:
    loan = lent(eva, thea)
    client.force_login(thea)

    page = client.post(
        reverse("training:device-lend", args=[loan.device_id]),
        {"user": thea.pk, "due_on": "2026-12-01"},
        follow=True,
    )

    assert "Eva has this device at the moment." in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_one_loan(eva: User, thea: User) -> None:
    device, start, outcomes = DeviceFactory(), Barrier(2), []

    def lend(borrower: User) -> None:
        try:
            start.wait(timeout=10)
            devices.hand_out(device, borrower, due_on=TODAY, by=thea)
            outcomes.append("lent")
        except devices.Taken:
            outcomes.append("taken")
        finally:
            connection.close()

    threads = [Thread(target=lend, args=[borrower]) for borrower in (eva, thea)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["lent", "taken"]
    assert Loan.objects.count() == 1


def test_what_waits_for_borrower_and_lender(eva: User, thea: User, noon: object) -> None:
    lent(eva, thea, until=TODAY + timedelta(days=10))
    assert waits_for(eva) == [("Read and agree: you borrow iPad.", date(2026, 12, 1))]
    devices.accept(Loan.objects.get(), by=eva)
    assert (waits_for(eva), waits_for(thea)) == ([], [])

    with time_machine.travel("2026-12-05 12:00+01:00", tick=False):
        due = TODAY + timedelta(days=10)
        assert waits_for(eva) == [("Bring back iPad, or ask to keep it longer.", due)]
        assert waits_for(thea) == [("Ask Eva to bring back iPad.", due)]
        devices.take_back(Loan.objects.get(), signed_out=False, photos_removed=True, by=thea)
        assert [text for text, _due in waits_for(thea)] == [
            "Wipe iPad: accounts and photos of students."
        ]


def test_a_new_agreement_is_for_new_loans(eva: User, thea: User) -> None:
    first = lent(eva, thea)

    made = devices.write_agreement("Anders.", by=thea)
    same = devices.write_agreement("Anders.", by=thea)

    assert made == same
    assert (first.agreement.number, lent(eva, thea).agreement.text) == (1, "Anders.")


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("", {"Free", "Lent", "Late", "Wipe"}),
        ("free", {"Free"}),
        ("lent", {"Lent", "Late"}),
        ("late", {"Late"}),
        ("to_wipe", {"Wipe"}),
        ("retired", {"Retired"}),
    ],
)
def test_devices_are_found_by_state(
    client: Client, thea: User, state: str, names: set[str]
) -> None:
    DeviceFactory(name="Free")
    DeviceFactory(name="Retired", retired_on=TODAY)
    LoanFactory(device__name="Lent", due_on=TODAY)
    LoanFactory(device__name="Late", due_on=TODAY - timedelta(days=1))
    LoanFactory(device__name="Wipe", returned_at=now())
    client.force_login(thea)

    page = client.get(reverse("training:device-list"), {"state": state})

    assert {row["device"].name for row in page.context["rows"]} == names
    for row in page.context["rows"]:
        assert row["state"].value in {row["device"].name.lower(), "to_wipe"}


def test_a_device_is_not_retired_while_somebody_has_it(
    client: Client, eva: User, thea: User
) -> None:
    device = lent(eva, thea).device
    client.force_login(thea)
    seen = client.get(reverse("training:device-edit", args=[device.pk])).context["form"]
    about = {"kind": "tablet", "name": "iPad", "tag": device.tag, "retired_on": "2026-11-24"}

    page = client.post(
        reverse("training:device-edit", args=[device.pk]), {**about, "seen": seen["seen"].value()}
    )

    assert page.status_code == 422
    assert "Take it back first." in page.content.decode()


def test_two_people_at_one_device_are_told(client: Client, thea: User) -> None:
    device = DeviceFactory(name="Old")
    client.force_login(thea)
    seen = client.get(reverse("training:device-edit", args=[device.pk])).context["form"]
    Device.objects.filter(pk=device.pk).update(updated_at=now() + timedelta(seconds=1))

    page = client.post(
        reverse("training:device-edit", args=[device.pk]),
        {"kind": "tablet", "name": "New", "tag": device.tag, "seen": seen["seen"].value()},
    )

    assert page.status_code == 409
    assert "New" in page.content.decode()


def test_a_borrower_sees_the_own_loans_only(client: Client, eva: User, thea: User) -> None:
    mine, other = lent(eva, thea), lent(thea, thea)
    client.force_login(eva)

    assert client.get(reverse("training:loan-detail", args=[mine.pk])).status_code == 200
    assert client.get(reverse("training:loan-slip", args=[mine.pk])).content[:4] == b"%PDF"
    assert client.get(reverse("training:loan-detail", args=[other.pk])).status_code == 404
    assert client.get(reverse("training:loan-person", args=[thea.pk])).status_code == 403
    assert client.get(reverse("training:device-list")).status_code == 403
    assert client.post(reverse("training:loan-return", args=[mine.pk])).status_code == 403


def test_the_file_tells_who_has_what(client: Client, eva: User, thea: User) -> None:
    lent(eva, thea)
    client.force_login(thea)

    lines = client.get(reverse("training:device-csv")).content.decode().splitlines()

    assert "iPad;tablet;lent;Eva;2026-11-24;2026-11-24;no" in lines[1]
