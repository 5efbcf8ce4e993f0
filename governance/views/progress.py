"""How far a policy is confirmed: per unit and role, by name for who may see that, as a file."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads
from core.clock import now
from core.spreadsheets import csv_text
from governance.domain import acknowledgements, reading_progress, reminders
from governance.models import Policy
from governance.permissions import reading as permissions
from governance.permissions import units_seen_by
from people.models import Unit, User


def policy_progress(request: HttpRequest, slug: str) -> HttpResponse:
    """How far, and who is asked."""
    user, policy = _overseer(request), get_object_or_404(Policy, slug=slug)
    context = {
        "policy": policy,
        "progress": _progress(user, policy),
        "readerships": policy.readerships.prefetch_related("units").order_by("pk"),
        "sees_all": units_seen_by(user) is None,
        "has_unit": user.unit_id is not None,
    }
    return render(request, "governance/reading/progress.html", context)


def progress_summary(request: HttpRequest, slug: str) -> HttpResponse:
    """One line and one bar, for the page of the version."""
    user, policy = _overseer(request), get_object_or_404(Policy, slug=slug)
    context = {
        "policy": policy,
        "progress": _progress(user, policy),
        "readerships": policy.readerships.prefetch_related("units").order_by("pk"),
        "names_readers": True,
        "sees_all": units_seen_by(user) is None,
    }
    return render(request, "governance/reading/_summary.html", context)


def progress_names(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has still to confirm, in the units of which this person sees names."""
    user, policy = _overseer(request), get_object_or_404(Policy, slug=slug)
    unit = _unit(request, user)
    demand = acknowledgements.demand(policy)
    seen = Unit.objects.at_or_below([unit.pk]) if unit else units_seen_by(user)
    missing = reading_progress.missing(demand, seen, _today()) if demand else []
    page = reading_progress.page(missing, after=request.GET.get("after", ""))
    context = {"policy": policy, "unit": unit, "count": len(missing), "page": page}
    return render(request, "governance/reading/names.html", context)


def progress_export(request: HttpRequest, slug: str) -> HttpResponse:
    """The numbers as a file for a spreadsheet, without names."""
    user, policy = _overseer(request), get_object_or_404(Policy, slug=slug)
    progress = _progress(user, policy)
    if progress is None:
        raise Http404
    head = (_("What"), _("Name"), _("Asked"), _("Confirmed"), "%", _("Target (%)"), _("Too late"))
    table = csv_text(head, reading_progress.rows(progress))
    return downloads.csv_file(table, f"{policy.slug}.csv")


@require_POST
def progress_remind(request: HttpRequest, slug: str) -> HttpResponse:
    """Let who has not confirmed hear so today, one mail a day at most."""
    user, policy = _overseer(request), get_object_or_404(Policy, slug=slug)
    try:
        count = reminders.remind(policy, units_seen_by(user), by=user)
    except reminders.NotNow:
        messages.info(request, _("Mail goes out on working days from 7:30 to 18:00. Try it then."))
    else:
        messages.success(request, reminders.told(count))
    return redirect("governance:policy-progress", slug)


def _progress(user: User, policy: Policy) -> reading_progress.Progress | None:
    demand = acknowledgements.demand(policy)
    if demand is None or not demand.groups:
        return None
    seen = units_seen_by(user)
    return reading_progress.progress(demand, seen, _today(), nowhere=_("Without a unit"))


def _unit(request: HttpRequest, user: User) -> Unit | None:
    """The unit that was asked for; a stranger to it gets 404."""
    asked: Any = request.GET.get("unit", "")
    if not asked:
        return None
    unit = get_object_or_404(Unit, pk=asked) if asked.isdecimal() else None
    if unit is None or not permissions.sees_names_in(user, unit.pk):
        raise Http404
    return unit


def _overseer(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_see_progress(user):
        raise PermissionDenied
    return user


def _today() -> date:
    return localdate(now())
