"""Deciding on policies: submit, approve, ask for changes, take back."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import policies
from governance.forms.policies import DecisionForm, SubmitForm
from governance.models import PolicyVersion
from governance.permissions import policies as permissions
from governance.views import meanwhile
from people.models import User


@require_POST
def version_submit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = _version(slug, number), cast(User, request.user)
    if not permissions.can_edit(user, version):
        raise PermissionDenied
    form = SubmitForm(request.POST, author=version.author or user)
    if not form.is_valid():
        messages.error(request, _("Choose who decides."))
        return redirect(version)
    try:
        policies.submit(version, by=user, approver=form.cleaned_data["approver"])
    except policies.NotReady:
        messages.error(request, _("This version is not ready yet: see what is missing."))
    except policies.OwnWork:
        messages.error(request, _("Nobody approves their own work: choose somebody else."))
    except policies.WrongState:
        meanwhile.tell(request)
    else:
        messages.success(
            request, _("%(name)s was asked to decide.") % {"name": form.cleaned_data["approver"]}
        )
    return redirect(version)


@require_POST
def version_decide(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = _version(slug, number), cast(User, request.user)
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
    except policies.WrongState:
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
    version, user = _version(slug, number), cast(User, request.user)
    if not permissions.can_write_policies(user):
        raise PermissionDenied
    try:
        policies.take_back(version, by=user)
    except policies.WrongState:
        messages.warning(request, _("This version does not wait for approval any more."))
    return redirect(version)


def _version(slug: str, number: int) -> PolicyVersion:
    return get_object_or_404(
        PolicyVersion.objects.select_related("policy", "author"), policy__slug=slug, number=number
    )
