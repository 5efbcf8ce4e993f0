"""One's own competence record, and the evidence for it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import keyset
from governance.domain import meantime
from governance.views.doors import allowed, person, today
from training.domain import competence_record, competences
from training.forms.competence import CompetenceForm, DecisionForm, EvidenceForm
from training.models import Competence, CompetenceEvidence
from training.permissions import competence as permissions


def my_competences(request: HttpRequest) -> HttpResponse:
    user = person(request)
    context = {
        "lines": competence_record.record(user, today()),
        "can_see_team": permissions.can_see_team(user),
        "can_write": permissions.can_write_competences(user),
    }
    return render(request, "training/competence/record.html", context)


def evidence_create(request: HttpRequest) -> HttpResponse:
    """Bring something that you did or learned before."""
    form = EvidenceForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        competences.bring(form.save(commit=False), by=person(request))
        messages.success(request, _("Your manager is asked to confirm it."))
        return redirect("training:my-competences")
    return render(request, "training/competence/evidence_create.html", {"form": form})


@require_POST
def evidence_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Take your own evidence back."""
    evidence = get_object_or_404(CompetenceEvidence, pk=pk, user=person(request))
    try:
        competences.take_back(evidence, by=person(request))
    except competences.AlreadyDecided:
        messages.warning(request, _("Somebody decided on this in the meantime."))
    return redirect("training:my-competences")


def evidence_list(request: HttpRequest) -> HttpResponse:
    """What waits for the word of this manager."""
    user = allowed(request, permissions.can_see_team)
    waiting = permissions.evidence_seen_by(user).filter(
        confirmed_at__isnull=True, declined_because=""
    )
    found = waiting.select_related("user__unit", "competence")
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    return render(request, "training/competence/evidence_list.html", {"page": page})


def evidence_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_see_team)
    found = permissions.evidence_seen_by(user).select_related("user", "competence")
    evidence, form = get_object_or_404(found, pk=pk), DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _decide(evidence, form, user)
        except competences.AlreadyDecided:
            messages.warning(request, _("Somebody decided on this in the meantime."))
        else:
            messages.success(request, _("Your decision is kept."))
        return redirect("training:evidence-list")
    context = {"form": form, "evidence": evidence}
    return render(request, "training/competence/evidence_decide.html", context)


def _decide(evidence: CompetenceEvidence, form: DecisionForm, user: Any) -> None:
    said = form.cleaned_data
    if said["decision"] == form.CONFIRM:
        competences.confirm(evidence, by=user, valid_until=said["valid_until"])
    else:
        competences.decline(evidence, by=user, reason=said["reason"])


def competence_list(request: HttpRequest) -> HttpResponse:
    """What people of this college can do, and which courses show it."""
    user = allowed(request, permissions.can_write_competences)
    found = Competence.objects.prefetch_related("courses").order_by("name", "pk")
    context = {"competences": found, "can_see_team": permissions.can_see_team(user)}
    return render(request, "training/competence/competence_list.html", context)


@require_POST
def competence_seed(request: HttpRequest) -> HttpResponse:
    """Start with the competences that come along."""
    count = competences.bring_along(by=allowed(request, permissions.can_write_competences))
    messages.success(request, _("%(count)s competences were added.") % {"count": count})
    return redirect("training:competence-list")


def competence_create(request: HttpRequest) -> HttpResponse:
    return _edit(request, Competence())


def competence_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, get_object_or_404(Competence.objects.prefetch_related("courses"), pk=pk))


def _edit(request: HttpRequest, competence: Competence) -> HttpResponse:
    user = allowed(request, permissions.can_write_competences)
    form, status = CompetenceForm(request.POST or None, instance=competence), 200
    if request.method == "POST" and form.is_valid():
        chosen, seen = form.cleaned_data["courses"], form.cleaned_data["seen"]
        try:
            competences.write(form.save(commit=False), chosen, by=user, seen=seen)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("Saved."))
            return redirect("training:competence-list")
    context = {"form": form, "competence": competence}
    return render(request, "training/competence/competence_edit.html", context, status=status)
