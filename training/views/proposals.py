"""From experiences to a proposal, and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, keyset
from governance.views.doors import allowed, demand, person
from training.domain import proposals
from training.forms.experience import OutcomeForm, ProposalForm
from training.models import Experience, Proposal
from training.permissions import experience as permissions

HISTORY_SHOWN, MOST = 20, 30


def proposal_list(request: HttpRequest) -> HttpResponse:
    found = Proposal.objects.select_related("made_by", "policy")
    open_only = "open" in request.GET
    if open_only:
        found = found.filter(outcome="")
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    context = {"rows": page.rows, "next": page.next, "open_only": open_only}
    return render(request, "training/proposals/proposal_list.html", context)


def proposal_create(request: HttpRequest) -> HttpResponse:
    """Of the experiences that were ticked in the log."""
    user = allowed(request, permissions.can_propose)
    given = request.POST if request.method == "POST" else request.GET
    ticked = [int(one) for one in given.getlist("experience") if one.isdecimal()][:MOST]
    found = list(Experience.objects.filter(pk__in=ticked).select_related("author"))
    if not found:
        messages.warning(request, _("Tick one or more experiences first."))
        return redirect("training:experience-list")
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = proposals.make(form.save(commit=False), found, by=user)
        messages.success(request, _("The proposal stands. Its outcome is told to the authors."))
        return redirect(made)
    context = {"form": form, "experiences": found}
    return render(request, "training/proposals/proposal_create.html", context)


def proposal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _proposal(pk))


def _detail(
    request: HttpRequest, proposal: Proposal, form: OutcomeForm | None = None, status: int = 200
) -> HttpResponse:
    user = person(request)
    if request.method == "GET":
        proposals.mark_read(proposal, user)
    context: dict[str, Any] = {
        "proposal": proposal,
        "experiences": proposal.experiences.select_related("author", "unit").order_by("-pk"),
        "can_decide": permissions.can_decide(user, proposal),
        "form": form or OutcomeForm(),
        "history": audit.history(proposal)[:HISTORY_SHOWN],
    }
    return render(request, "training/proposals/proposal_detail.html", context, status=status)


@require_POST
def proposal_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user, proposal = person(request), _proposal(pk)
    form = OutcomeForm(request.POST)
    if proposal.outcome:
        messages.warning(request, _("Somebody else decided on this in the meantime."))
        return redirect(proposal)
    demand(permissions.can_decide(user, proposal))
    if not form.is_valid():
        return _detail(request, proposal, form, status=422)
    try:
        proposals.decide(proposal, by=user, **form.cleaned_data)
    except proposals.Decided:
        messages.warning(request, _("Somebody else decided on this in the meantime."))
    else:
        messages.success(request, _("Your decision is kept, and told to the authors."))
    return redirect(proposal)


def _proposal(pk: int) -> Proposal:
    found = Proposal.objects.select_related("made_by", "decided_by", "policy")
    return get_object_or_404(found, pk=pk)
