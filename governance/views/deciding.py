"""Deciding on policies: submit, approve, ask for changes, take back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import policies
from governance.forms.policies import DecisionForm, SubmitForm
from governance.models import PolicyVersion
from governance.permissions import policies as permissions
from governance.views import access, meanwhile


@require_POST
def version_submit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = access.find(slug, number), access.writer(request)
    form = SubmitForm(request.POST, version=version, by=user)
    if not form.is_valid():
        _tell_errors(request, form)
        return redirect(version)
    approver = form.cleaned_data["approver"]
    try:
        policies.submit(
            version, by=user, approver=approver, decide_by=form.cleaned_data["decide_by"]
        )
    except policies.NotReady:
        messages.error(request, _("This version is not ready yet: see what is missing."))
    except policies.OwnWork:
        messages.error(request, _("Nobody approves their own work: choose somebody else."))
    except policies.WrongState:
        meanwhile.tell(request)
    else:
        messages.success(request, _("%(name)s was asked to decide.") % {"name": approver})
    return redirect(version)


def _tell_errors(request: HttpRequest, form: SubmitForm) -> None:
    if "approver" in form.errors:
        messages.error(request, _("Choose who decides."))
    for error in form.errors.get("decide_by", []):
        messages.error(request, str(error))


@require_POST
def version_decide(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = access.find(slug, number), access.person(request)
    if not permissions.can_decide(user, version):
        raise PermissionDenied
    form = DecisionForm(request.POST)
    if not form.is_valid():
        for error in form.errors.get("note", []):
            messages.error(request, str(error))
        return redirect(version)
    decide = policies.approve if form.cleaned_data["approves"] else policies.reject
    try:
        decided = decide(version, by=user, note=form.cleaned_data["note"])
    except (policies.WrongState, policies.OwnWork):
        meanwhile.tell(request)
    else:
        is_approved = decided.state == PolicyVersion.State.IN_FORCE
        in_force = _("Version %(number)s is in force.") % {"number": number}
        messages.success(
            request, in_force if is_approved else _("The author was asked for changes.")
        )
    return redirect(version)


@require_POST
def version_take_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = access.find(slug, number), access.writer(request)
    try:
        policies.take_back(version, by=user)
    except policies.WrongState:
        messages.warning(request, _("This version does not wait for approval any more."))
    return redirect(version)
