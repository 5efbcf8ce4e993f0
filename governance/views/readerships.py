"""Who must confirm a policy, and how many that asks."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import readerships
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.reading import ReadershipForm
from governance.models import Policy, Readership
from governance.permissions import reading as permissions
from people.models import User


def readership_edit(request: HttpRequest, slug: str, pk: int | None = None) -> HttpResponse:
    """Change who must confirm, or ask others too (no `pk`). "Count" only shows how many."""
    user = _governor(request)
    readership = _stored(slug, pk) if pk else None
    policy = readership.policy if readership else get_object_or_404(Policy, slug=slug)
    form = ReadershipForm(request.POST or None, instance=readership)
    if request.method != "POST" or not form.is_valid():
        return _page(request, policy, form, status=422 if form.is_bound else 200)
    if "count" in request.POST:
        return _page(request, policy, form)
    # The form has changed its own instance already; the domain wants the row as it stands.
    stored = _stored(slug, pk) if pk else None
    return _save(request, policy, form, stored, by=user)


def _save(
    request: HttpRequest,
    policy: Policy,
    form: ReadershipForm,
    stored: Readership | None,
    *,
    by: User,
) -> HttpResponse:
    try:
        if stored is None:
            readerships.add(policy, by=by, fields=form.values)
        else:
            seen = form.cleaned_data["seen"]
            readerships.change(stored, seen=seen, by=by, fields=form.values)
    except ChangedMeanwhile as other:
        return _collision(request, policy, other.current)
    except readerships.Gone:
        messages.warning(request, _("Somebody else took this away in the meantime."))
    else:
        messages.success(request, _("Saved: these colleagues are asked to confirm it."))
    return redirect("governance:policy-progress", policy.slug)


def _collision(request: HttpRequest, policy: Policy, current: Readership) -> HttpResponse:
    """Show what the other stored; one's own choices stay in the form."""
    data = request.POST.copy()
    data["seen"] = current.updated_at.isoformat()
    form = ReadershipForm(data, instance=Readership.objects.get(pk=current.pk))
    return _page(request, policy, form, meanwhile=current, status=409)


def _page(
    request: HttpRequest,
    policy: Policy,
    form: ReadershipForm,
    *,
    meanwhile: Readership | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "policy": policy,
        "form": form,
        "asks": _asks(form),
        "meanwhile": meanwhile,
        "is_new": form.instance.pk is None,
    }
    return render(request, "governance/reading/readership_edit.html", context, status=status)


def _asks(form: ReadershipForm) -> int:
    """How many colleagues the choices in the form ask."""
    if form.is_bound and form.is_valid():
        return readerships.count(form.cleaned_data["roles"], form.cleaned_data["units"])
    return readerships.count(form.instance.roles, form.initial.get("units", []))


@require_POST
def readership_count(request: HttpRequest, slug: str) -> HttpResponse:
    """Only the number, while somebody is choosing."""
    _governor(request)
    form = ReadershipForm(request.POST)
    form.is_valid()
    roles, units = form.cleaned_data.get("roles", []), form.cleaned_data.get("units", [])
    context = {"asks": readerships.count(roles, units)}
    return render(request, "governance/reading/_asks.html", context)


@require_POST
def readership_delete(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    user = _governor(request)
    readership = _stored(slug, pk)
    try:
        readerships.remove(readership, by=user)
    except readerships.Gone:
        messages.warning(request, _("Somebody else took this away in the meantime."))
    else:
        messages.success(request, _("These colleagues are not asked any more."))
    return redirect("governance:policy-progress", slug)


def _stored(slug: str, pk: int) -> Readership:
    return get_object_or_404(Readership.objects.select_related("policy"), policy__slug=slug, pk=pk)


def _governor(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_set_readers(user):
        raise PermissionDenied
    return user
