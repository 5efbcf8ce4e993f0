"""Devices that are lent: handed out to one person at a time, agreed to, brought back, wiped.

A device that came back is lent again only after somebody ticked that all accounts are signed out
and photos of students are removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from core import audit, pdf, spreadsheets
from core.clock import now
from governance.domain import meantime
from people.models import User
from training.content.devices import AGREEMENT
from training.models import Device, Loan, LoanAgreement


class Taken(Exception):
    """Somebody else has the device; `loan` says who."""

    def __init__(self, loan: Loan | None) -> None:
        super().__init__("The device is lent already.")
        self.loan = loan


class NotReady(Exception):
    """The device is retired or has still to be wiped."""


class Done(Exception):
    """This was done already."""


def state(device: Device, day: date) -> Device.State:
    """How the device stands; `loans` must hold its open and unwiped loans (`with_loans`)."""
    if device.retired_on:
        return Device.State.RETIRED
    loans = list(device.loans.all())
    if any(loan.returned_at is None for loan in loans):
        if any(loan.has_left for loan in loans):
            return Device.State.LEFT
        is_late = any(loan.is_late(day) for loan in loans)
        return Device.State.LATE if is_late else Device.State.LENT
    return Device.State.TO_WIPE if loans else Device.State.FREE


def with_loans(devices: QuerySet[Device]) -> QuerySet[Device]:
    """With the loans that say how each device stands, in two questions for all of them."""
    at_stake = Loan.objects.filter(wiped_at=None).select_related("user", "handed_out_by")
    return devices.prefetch_related(Prefetch("loans", at_stake.order_by("-lent_on", "-pk")))


@transaction.atomic
def keep(device: Device, fields: Mapping[str, Any], *, by: User, seen: str = "") -> Device:
    """A new device, or a changed one. Raises `ChangedMeanwhile`, or `Taken` when it is retired
    while somebody has it."""
    is_new = device.pk is None
    current = device if is_new else meantime.seen(device, seen)
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    for name in changed:
        setattr(current, name, fields[name])
    if current.retired_on and not is_new and (loan := current.loans.open().first()):
        raise Taken(loan)
    current.save()
    verb = gettext_noop("added a device") if is_new else gettext_noop("changed a device")
    audit.record(verb, current, by=by, fields=changed)
    return current


def agreement() -> LoanAgreement:
    """The text in force; the one that comes along until a college writes its own."""
    found = LoanAgreement.objects.order_by("-number").first()
    return found or LoanAgreement(number=0, text=str(AGREEMENT))


@transaction.atomic
def write_agreement(text: str, *, by: User) -> LoanAgreement:
    """A new version, for the loans from now on; the same text stays the same version."""
    current = LoanAgreement.objects.select_for_update().order_by("-number").first()
    if current and current.text == text:
        return current
    number = current.number + 1 if current else 1
    made = LoanAgreement.objects.create(number=number, text=text, made_by=by, made_at=now())
    audit.record(gettext_noop("wrote a loan agreement"), made, by=by, number=number)
    return made


def _agreement_kept() -> LoanAgreement:
    found = LoanAgreement.objects.order_by("-number").first()
    if found:
        return found
    made, _is_new = LoanAgreement.objects.get_or_create(
        number=1, defaults={"text": str(AGREEMENT), "made_at": now()}
    )
    return made


def hand_out(
    device: Device, borrower: User, *, due_on: date, condition: str = "", by: User
) -> Loan:
    """Lend the device from today. Raises `Taken` or `NotReady`."""
    try:
        return _hand_out(device, borrower, due_on, condition, by)
    except IntegrityError as error:
        raise Taken(device.loans.open().select_related("user").first()) from error


@transaction.atomic
def _hand_out(device: Device, borrower: User, due_on: date, condition: str, by: User) -> Loan:
    current = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if held := current.loans.open().select_related("user").first():
        raise Taken(held)
    if current.retired_on or current.loans.filter(wiped_at=None).exists():
        raise NotReady
    loan = Loan.objects.create(
        device=current,
        user=borrower,
        agreement=_agreement_kept(),
        lent_on=localdate(now()),
        due_on=due_on,
        handed_out_by=by,
        condition_out=condition,
    )
    audit.record(gettext_noop("lent a device"), current, by=by, loan=loan.pk, until=f"{due_on}")
    return loan


@transaction.atomic
def accept(loan: Loan, *, by: User) -> Loan:
    """The borrower agrees, personally; twice is once. Raises `Done` after the return."""
    current = _locked(loan)
    if current.returned_at:
        raise Done
    if current.user_id == by.pk and current.accepted_at is None:
        current.accepted_at = now()
        current.save()
        audit.record(
            gettext_noop("agreed to the loan"),
            current.device,
            by=by,
            loan=current.pk,
            version=current.agreement.number,
        )
    return current


@transaction.atomic
def extend(loan: Loan, *, due_on: date, by: User) -> Loan:
    """Let somebody keep it longer, or shorter. Raises `Done` after the return."""
    current = _locked(loan)
    if current.returned_at:
        raise Done
    old, current.due_on = current.due_on, due_on
    current.save()
    audit.record(
        gettext_noop("moved the end of a loan"),
        current.device,
        by=by,
        loan=current.pk,
        until=[f"{old}", f"{due_on}"],
    )
    return current


@transaction.atomic
def take_back(
    loan: Loan, *, condition: str = "", signed_out: bool, photos_removed: bool, by: User
) -> Loan:
    """The device is here again, wiped or still to be wiped. Raises `Done` the second time."""
    current = _locked(loan)
    if current.returned_at:
        raise Done
    current.returned_at, current.returned_to, current.condition_in = now(), by, condition
    _tick(current, signed_out, photos_removed)
    audit.record(
        gettext_noop("took a device back"),
        current.device,
        by=by,
        loan=current.pk,
        wiped=current.wiped_at is not None,
    )
    return current


@transaction.atomic
def wipe(loan: Loan, *, signed_out: bool, photos_removed: bool, by: User) -> Loan:
    """Tick what could not be done at the return. Raises `Done` once it is wiped."""
    current = _locked(loan)
    if current.returned_at is None or current.wiped_at:
        raise Done
    _tick(current, signed_out, photos_removed)
    if current.wiped_at:
        audit.record(gettext_noop("wiped a device"), current.device, by=by, loan=current.pk)
    return current


def _tick(loan: Loan, signed_out: bool, photos_removed: bool) -> None:
    loan.signed_out = loan.signed_out or signed_out
    loan.photos_removed = loan.photos_removed or photos_removed
    if loan.signed_out and loan.photos_removed:
        loan.wiped_at = now()
    loan.save()


def _locked(loan: Loan) -> Loan:
    rows = Loan.objects.select_for_update(of=("self",)).select_related("device", "agreement")
    return rows.get(pk=loan.pk)


def forget(*, at: datetime) -> int:
    """Erase who had a device and what was noted, long after the return; how many loans that were.

    The days stay, so that what is lent can still be counted.
    """
    old = Loan.objects.forgettable(at - timedelta(days=settings.KEEP_LOANS_DAYS))
    empty = {"user": None, "handed_out_by": None, "returned_to": None}
    return old.update(**empty, condition_out="", condition_in="", updated_at=at)


def slip(loan: Loan) -> pdf.Document:
    """What is signed on paper when a device goes from hand to hand."""
    facts = (
        (_("Device"), f"{loan.device.name} ({loan.device.get_kind_display()})"),
        (_("Tag or serial number"), loan.device.tag),
        (_("Lent to"), str(loan.user or "–")),
        (_("From"), date_format(loan.lent_on)),
        (_("Until"), date_format(loan.due_on)),
        (_("Condition when handed out"), loan.condition_out or "–"),
        (_("Handed out by"), str(loan.handed_out_by or "–")),
        (_("Agreed in the portal"), date_format(loan.accepted_at) if loan.accepted_at else "–"),
    )
    signed = ((_("Signature of the borrower"), "…" * 25), (_("Date"), "…" * 25))
    return pdf.Document(
        title=_("Hand-over of a device"),
        language="en" if (get_language() or "").startswith("en") else "nl",
        meta=(_("Agreement, version %(number)s") % {"number": loan.agreement.number},),
        blocks=(
            pdf.KeyValues(facts),
            pdf.Heading(1, _("What we agree")),
            pdf.Markdown(loan.agreement.text, top_level=2),
            pdf.KeyValues(signed),
        ),
    )


def table(devices: QuerySet[Device], day: date) -> str:
    """All these devices with how they stand, for a spreadsheet."""
    head = [
        _("Tag or serial number"),
        _("Name"),
        _("Kind"),
        _("State"),
        _("Lent to"),
        _("From"),
        _("Until"),
        _("Agreed"),
        _("Bought on"),
        _("Note"),
    ]
    rows = with_loans(devices).order_by("name", "pk")
    return spreadsheets.csv_text(head, [list(_cells(device, day)) for device in rows])


def _cells(device: Device, day: date) -> Iterator[str]:
    loan = next((one for one in device.loans.all() if one.returned_at is None), None)
    yield device.tag
    yield device.name
    yield str(device.get_kind_display())
    yield str(state(device, day).label)
    yield str(loan.user) if loan else ""
    yield loan.lent_on.isoformat() if loan else ""
    yield loan.due_on.isoformat() if loan else ""
    yield (_("yes") if loan.accepted_at else _("no")) if loan else ""
    yield device.bought_on.isoformat() if device.bought_on else ""
    yield device.note
