"""What the work shows that teams could learn, and what is proposed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core import keyset
from governance.views.doors import allowed, demand, person, today
from people.models import Team
from training.domain import needs
from training.forms.needs import OutcomeForm, ProposalForm
from training.models import NeedProposal
from training.permissions import needs as permissions

SHOWN = 40


def need_list(request: HttpRequest) -> HttpResponse:
    """Per team and theme, and the proposals."""
    allowed(request, permissions.can_see_needs)
    day = today()
    proposals = NeedProposal.objects.select_related("team", "course")
    context = {
        "needs": [(need, need.trend(day)) for need in needs.seen(day)[:SHOWN]],
        "page": keyset.newest(proposals, "created_at", after=request.GET.get("after", "")),
        "fewest": needs.FEWEST_EVENTS,
    }
    return render(request, "training/needs/list.html", context)


def need_propose(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_needs)
    form = ProposalForm(request.POST or None, initial=_first(request))
    if request.method == "POST" and form.is_valid():
        made = needs.propose(form.save(commit=False), by=user)
        messages.success(request, _("The proposal is kept. The team decides."))
        return redirect(made)
    return render(request, "training/needs/propose.html", {"form": form})


def _first(request: HttpRequest) -> dict[str, Any]:
    """The team and theme of the line that was clicked, with a course that may fit."""
    theme = request.GET.get("theme", "")[:80]
    team = Team.objects.filter(code=request.GET.get("team", "")).first()
    return {"team": team, "theme": theme, "course": needs.fitting(theme)}


def need_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposal, and what became of it."""
    user = person(request)
    found = NeedProposal.objects.select_related("team", "course", "proposed_by", "decided_by")
    proposal = get_object_or_404(found, pk=pk)
    demand(permissions.can_see_proposal(user, proposal))
    may_decide = permissions.can_decide(user, proposal)
    said = {"state": proposal.state, "outcome": proposal.outcome}
    form = OutcomeForm(request.POST or None, initial=said)
    if request.method == "POST":
        demand(may_decide)
        if form.is_valid():
            needs.decide(proposal, by=user, **form.cleaned_data)
            messages.success(request, _("Your decision is kept."))
            return redirect(proposal)
    context = {
        "proposal": proposal,
        "form": form,
        "may_decide": may_decide,
        "course_url": proposal.course.get_absolute_url() if proposal.course else "",
    }
    return render(request, "training/needs/proposal.html", context)
