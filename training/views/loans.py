"""One loan: agree, keep longer, bring back, wipe, on paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads, pdf
from governance.views.doors import demand, person, today
from training.domain import devices
from training.forms.devices import ExtendForm, ReturnForm, WipeForm
from training.models import Loan
from training.permissions import devices as permissions


def loan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _loan(request, pk))


def _detail(request: HttpRequest, loan: Loan, status: int = 200, **forms: Any) -> HttpResponse:
    user = person(request)
    ticked = {"signed_out": loan.signed_out, "photos_removed": loan.photos_removed}
    context = {
        "loan": loan,
        "is_mine": loan.user_id == user.pk,
        "is_late": loan.is_late(today()),
        "can_lend": permissions.can_lend(user),
        "can_see_devices": permissions.can_see_devices(user),
        "return_form": forms.get("return_form") or ReturnForm(),
        "extend_form": forms.get("extend_form") or ExtendForm(initial={"due_on": loan.due_on}),
        "wipe_form": forms.get("wipe_form") or WipeForm(initial=ticked),
    }
    return render(request, "training/devices/loan_detail.html", context, status=status)


@require_POST
def loan_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Only the borrower agrees."""
    user, loan = person(request), _loan(request, pk)
    demand(loan.user_id == user.pk)
    try:
        devices.accept(loan, by=user)
    except devices.Done:
        messages.warning(request, _("This loan is over."))
    else:
        messages.success(request, _("Thank you. Enjoy working with it."))
    return redirect(loan)


@require_POST
def loan_extend(request: HttpRequest, pk: int) -> HttpResponse:
    user, loan = person(request), _loan(request, pk)
    demand(permissions.can_lend(user))
    form = ExtendForm(request.POST)
    if not form.is_valid():
        return _detail(request, loan, status=422, extend_form=form)
    try:
        devices.extend(loan, due_on=form.cleaned_data["due_on"], by=user)
    except devices.Done:
        messages.warning(request, _("This loan is over."))
    else:
        messages.success(request, _("The last day is moved."))
    return redirect(loan)


@require_POST
def loan_return(request: HttpRequest, pk: int) -> HttpResponse:
    user, loan = person(request), _loan(request, pk)
    demand(permissions.can_lend(user))
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _detail(request, loan, status=422, return_form=form)
    try:
        loan = devices.take_back(loan, by=user, **form.cleaned_data)
    except devices.Done:
        messages.warning(request, _("Somebody else took it back already."))
    else:
        _tell_returned(request, loan)
    return redirect(loan)


def _tell_returned(request: HttpRequest, loan: Loan) -> None:
    if loan.wiped_at:
        messages.success(request, _("The device is back and can be lent again."))
    else:
        messages.warning(request, _("The device is back. Wipe it before it is lent again."))


@require_POST
def loan_wipe(request: HttpRequest, pk: int) -> HttpResponse:
    user, loan = person(request), _loan(request, pk)
    demand(permissions.can_lend(user))
    form = WipeForm(request.POST)
    try:
        if form.is_valid():
            loan = devices.wipe(loan, by=user, **form.cleaned_data)
    except devices.Done:
        messages.warning(request, _("Somebody else wiped it already."))
    else:
        _tell_returned(request, loan)
    return redirect(loan)


def loan_slip(request: HttpRequest, pk: int) -> HttpResponse:
    made = pdf.render(devices.slip(_loan(request, pk)))
    return downloads.pdf_file(made, f"loan-{pk}.pdf")


def _loan(request: HttpRequest, pk: int) -> Loan:
    """A loan that this person may see; for others it is not there."""
    found = permissions.loans_seen_by(person(request))
    related = ("device", "user", "agreement", "handed_out_by", "returned_to")
    return get_object_or_404(found.select_related(*related), pk=pk)
