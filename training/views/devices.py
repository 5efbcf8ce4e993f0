"""Devices: the list, one device with its history, handing out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core import downloads, keyset
from governance.domain import meantime
from governance.views.doors import allowed, demand, person, today
from people.models import User
from training.domain import devices
from training.forms.devices import AgreementForm, DeviceFilterForm, DeviceForm, HandOutForm
from training.models import Device, Loan
from training.permissions import devices as permissions

LOANS_SHOWN = 50


def device_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_devices)
    form = DeviceFilterForm(request.GET)
    page = keyset.by_name(
        devices.with_loans(_found(form)), "name", after=request.GET.get("after", "")
    )
    context = {
        "form": form,
        "rows": [_row(device) for device in page.rows],
        "next": page.next,
        "is_filtered": any(form.chosen(name) for name in ("q", "kind", "state")),
        "can_lend": permissions.can_lend(user),
        "late": Loan.objects.late(today()).count(),
        "left": Loan.objects.left().count(),
    }
    return render(request, "training/devices/device_list.html", context)


def _found(form: DeviceFilterForm) -> QuerySet[Device]:
    found = Device.objects.in_state(form.chosen("state"), today())
    if kind := form.chosen("kind"):
        found = found.filter(kind=kind)
    if words := form.chosen("q").replace("\x00", ""):
        borrowed = Loan.objects.open().filter(user__name__icontains=words).values("device")
        named = Q(name__icontains=words) | Q(tag__icontains=words)
        found = found.filter(named | Q(pk__in=borrowed))
    return found


def _row(device: Device) -> dict[str, Any]:
    loan = next((one for one in device.loans.all() if one.returned_at is None), None)
    return {"device": device, "state": devices.state(device, today()), "loan": loan}


def device_export(request: HttpRequest) -> HttpResponse:
    """What the list shows with these filters, all of it."""
    allowed(request, permissions.can_see_devices)
    table = devices.table(_found(DeviceFilterForm(request.GET)), today())
    return downloads.csv_file(table, "devices.csv")


def device_detail(request: HttpRequest, pk: int) -> HttpResponse:
    allowed(request, permissions.can_see_devices)
    return _detail(request, get_object_or_404(devices.with_loans(Device.objects.all()), pk=pk))


def _detail(
    request: HttpRequest, device: Device, form: HandOutForm | None = None, status: int = 200
) -> HttpResponse:
    earlier = Loan.objects.filter(device=device).select_related("user", "returned_to")
    context = {
        **_row(device),
        "to_wipe": next((one for one in device.loans.all() if one.returned_at), None),
        "loans": earlier.order_by("-lent_on", "-pk")[:LOANS_SHOWN],
        "form": form or HandOutForm(),
        "can_lend": permissions.can_lend(person(request)),
        "today": today(),
    }
    return render(request, "training/devices/device_detail.html", context, status=status)


def device_create(request: HttpRequest) -> HttpResponse:
    return _form(request, Device())


def device_edit(request: HttpRequest, pk: int) -> HttpResponse:
    allowed(request, permissions.can_lend)
    return _form(request, get_object_or_404(Device, pk=pk))


def _form(request: HttpRequest, device: Device) -> HttpResponse:
    user = allowed(request, permissions.can_lend)
    form = DeviceForm(request.POST or None, instance=device)
    status = 200
    if request.method == "POST":
        kept, status = _keep(device, form, user)
        if kept:
            messages.success(request, _("The device is saved."))
            return redirect(kept)
    context = {"form": form, "device": device}
    return render(request, "training/devices/device_form.html", context, status=status)


def _keep(device: Device, form: DeviceForm, user: User) -> tuple[Device | None, int]:
    """The device as kept, or what to answer instead, with the reason in the form."""
    if not form.is_valid():
        return None, 422
    row = Device.objects.get(pk=device.pk) if device.pk else Device()
    try:
        return devices.keep(row, form.values, by=user, seen=form.cleaned_data["seen"]), 302
    except meantime.ChangedMeanwhile as other:
        form.meet(other.current)
        return None, 409
    except devices.Taken:
        form.add_error("retired_on", _("It is lent. Take it back first."))
        return None, 422


def device_hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Lend it; when somebody was quicker, say who has it."""
    user = allowed(request, permissions.can_lend)
    device = get_object_or_404(devices.with_loans(Device.objects.all()), pk=pk)
    form = HandOutForm(request.POST or None)
    if request.method != "POST":
        return redirect(device)
    if not form.is_valid():
        return _detail(request, device, form, status=422)
    chosen = form.cleaned_data
    try:
        loan = devices.hand_out(
            device,
            chosen["user"],
            due_on=chosen["due_on"],
            condition=chosen["condition_out"],
            by=user,
        )
    except (devices.Taken, devices.NotReady) as refusal:
        messages.warning(request, _refusal(refusal))
        return redirect(device)
    messages.success(request, _("The device is lent. The borrower still has to agree."))
    return redirect(loan)


def _refusal(refusal: Exception) -> str:
    if isinstance(refusal, devices.Taken) and refusal.loan:
        return _("%(name)s has this device at the moment.") % {"name": refusal.loan.user}
    return _("This device cannot be lent now: it has to be wiped first, or it is retired.")


def agreement(request: HttpRequest) -> HttpResponse:
    """What borrowers agree with, and a new version of it."""
    user = allowed(request, permissions.can_lend)
    current = devices.agreement()
    form = AgreementForm(request.POST or None, initial={"text": current.text})
    if request.method == "POST" and form.is_valid():
        devices.write_agreement(form.cleaned_data["text"], by=user)
        messages.success(request, _("The agreement is saved, for loans from now on."))
        return redirect("training:loan-agreement")
    context = {"form": form, "agreement": current}
    status = 422 if form.errors else 200
    return render(request, "training/devices/agreement.html", context, status=status)


def person_loans(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody has and had."""
    borrower = get_object_or_404(User, pk=pk)
    demand(permissions.can_see_loans_of(person(request), borrower))
    loans = Loan.objects.filter(user=borrower).select_related("device")
    context = {
        "borrower": borrower,
        "loans": loans.order_by("-lent_on", "-pk")[:LOANS_SHOWN],
        "today": today(),
        "is_own": borrower.pk == person(request).pk,
        "can_see_devices": permissions.can_see_devices(person(request)),
    }
    return render(request, "training/devices/person_loans.html", context)


def my_loans(request: HttpRequest) -> HttpResponse:
    return person_loans(request, person(request).pk)
