"""Incidents: report, follow up, close."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, downloads, keyset
from governance.content.incidents import kind_by_code
from governance.domain import incidents, meantime
from governance.forms.incidents import (
    ClosingForm,
    FollowUpForm,
    IncidentFilterForm,
    ReportForm,
    StepForm,
)
from governance.models import Incident, IncidentStep
from governance.permissions import safety as permissions
from governance.views.doors import allowed, demand, person, today

HISTORY_SHOWN = 30


def incident_list(request: HttpRequest) -> HttpResponse:
    user, form = person(request), IncidentFilterForm(request.GET)
    found = permissions.incidents_seen_by(user).filter(**form.lookups).select_related("owner")
    page = keyset.newest(found, "happened_at", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "rows": [(one, *_clock(one)) for one in page.rows],
        "next": page.next,
        "is_filtered": bool(form.lookups),
        "can_export": permissions.can_export_incidents(user),
    }
    return render(request, "governance/incidents/incident_list.html", context)


def _clock(incident: Incident) -> tuple[Any, Any]:
    return incidents.tell_before(incident), incidents.told_in_time(incident)


def incident_create(request: HttpRequest) -> HttpResponse:
    """Anybody who is signed in can report."""
    form = ReportForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})
    if request.method == "POST" and form.is_valid():
        reported = incidents.report(form.save(commit=False), by=person(request))
        messages.success(request, _("Thank you. The incident is reported."))
        return redirect(reported)
    context = {"form": form, "kind": kind_by_code(str(form["kind"].value() or ""))}
    return render(request, "governance/incidents/incident_create.html", context)


def incident_first_steps(request: HttpRequest) -> HttpResponse:
    """What to do first with this kind of incident, while somebody reports it."""
    context = {"kind": kind_by_code(request.GET.get("kind", ""))}
    return render(request, "governance/incidents/_first_steps.html", context)


def incident_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _incident(request, pk))


def _detail(
    request: HttpRequest, incident: Incident, status: int = 200, **forms: Any
) -> HttpResponse:
    user = person(request)
    tell_before, told_in_time = _clock(incident)
    context = {
        "incident": incident,
        "kind": kind_by_code(incident.kind),
        "steps": incident.steps.select_related("owner", "done_by").order_by("pk"),
        "tell_before": tell_before,
        "told_in_time": told_in_time,
        "can_follow_up": permissions.can_follow_up(user, incident),
        "today": today(),
        "history": audit.history(incident)[:HISTORY_SHOWN],
        "step_form": forms.get("step_form") or StepForm(),
        "closing_form": forms.get("closing_form") or ClosingForm(incident=incident),
    }
    return render(request, "governance/incidents/incident_detail.html", context, status=status)


def incident_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """How serious it is, who follows it up, whether data leaked and who was told."""
    user, incident = person(request), _incident(request, pk)
    demand(permissions.can_follow_up(user, incident) and incident.closed_at is None)
    form = FollowUpForm(request.POST or None, instance=incident)
    context, status = {"form": form, "incident": incident}, 200
    if request.method == "POST" and form.is_valid():
        try:
            incidents.follow_up(incident, form.values, by=user, seen=form.cleaned_data["seen"])
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("Saved."))
            return redirect("governance:incident-detail", pk)
    return render(request, "governance/incidents/incident_edit.html", context, status=status)


@require_POST
def step_add(request: HttpRequest, pk: int) -> HttpResponse:
    user, incident = person(request), _incident(request, pk)
    demand(permissions.can_follow_up(user, incident))
    form = StepForm(request.POST)
    if not form.is_valid():
        return _detail(request, incident, status=422, step_form=form)
    try:
        incidents.add_step(incident, form.save(commit=False), by=user)
    except incidents.Closed:
        _tell_closed(request)
    return redirect(incident)


@require_POST
def step_finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Done: by whoever has to do it, or by who follows the incident up."""
    user = person(request)
    step = get_object_or_404(IncidentStep.objects.select_related("incident"), pk=pk)
    incident = _incident(request, step.incident_id)
    demand(step.owner_id == user.pk or permissions.can_follow_up(user, incident))
    incidents.finish_step(step, by=user)
    return redirect(incident)


@require_POST
def incident_close(request: HttpRequest, pk: int) -> HttpResponse:
    user, incident = person(request), _incident(request, pk)
    demand(permissions.can_follow_up(user, incident))
    form = ClosingForm(request.POST, incident=incident)
    if not form.is_valid():
        return _detail(request, incident, status=422, closing_form=form)
    try:
        incidents.close(incident, by=user, **form.cleaned_data)
    except (incidents.Closed, incidents.NotTold):
        _tell_closed(request)
    else:
        messages.success(request, _("The incident is closed. It is deleted after two years."))
    return redirect(incident)


@require_POST
def incident_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    user, incident = person(request), _incident(request, pk)
    demand(permissions.can_follow_up(user, incident))
    incidents.reopen(incident, by=user)
    return redirect(incident)


def incident_export(request: HttpRequest) -> HttpResponse:
    """All incidents as numbers and dates, without what people wrote."""
    allowed(request, permissions.can_export_incidents)
    table = incidents.register(Incident.objects.all())
    return downloads.csv_file(table, "incidents.csv")


def _tell_closed(request: HttpRequest) -> None:
    messages.warning(request, _("Somebody else changed this incident in the meantime."))


def _incident(request: HttpRequest, pk: int) -> Incident:
    """An incident that this person may see; for others it is not there."""
    found = permissions.incidents_seen_by(person(request))
    return get_object_or_404(found.select_related("reported_by", "owner"), pk=pk)
