"""Teams: what they are for, who is in them, who stands for their hours."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from governance.domain import meantime, teams
from governance.forms.teams import MandateForm, MemberForm, PromiseForm, TeamForm
from governance.permissions import teams as permissions
from governance.views.doors import allowed, demand, person, today
from people.models import Membership, Team, User

HISTORY_SHOWN = 20


def team_list(request: HttpRequest) -> HttpResponse:
    day = today()
    found = Team.objects.select_related("leader", "mandate").order_by("name")
    sizes = dict(Membership.objects.values_list("team").annotate(Count("pk")))
    rows = [
        {
            "team": team,
            "size": sizes.get(team.pk, 0),
            "gaps": teams.gaps(team, day, members=sizes.get(team.pk, 0)),
        }
        for team in found
    ]
    context = {"rows": rows, "can_manage": permissions.can_manage_teams(person(request))}
    return render(request, "governance/teams/team_list.html", context)


def team_create(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_manage_teams)
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        team = teams.create(form.save(commit=False), by=user)
        return redirect("governance:team-detail", team.code)
    return render(request, "governance/teams/team_edit.html", {"form": form})


def team_detail(request: HttpRequest, code: str) -> HttpResponse:
    user, team = person(request), _team(code)
    members = list(team.members.order_by("name"))
    can_manage = permissions.can_manage_teams(user)
    mandate = teams.mandate_of(team)
    context = {
        "team": team,
        "mandate": mandate,
        "members": members,
        "gaps": teams.gaps(team, today(), members=len(members)),
        "promise_until": teams.promise_until(mandate),
        "can_manage": can_manage,
        "can_promise": permissions.can_promise(user, team),
        "can_see_hours": permissions.can_see_hours(user, team),
        "member_form": MemberForm(team=team) if can_manage else None,
        "promise_form": PromiseForm(initial={"commitment": mandate.commitment}),
        "history": audit.history(team)[:HISTORY_SHOWN] if can_manage else [],
    }
    return render(request, "governance/teams/team_detail.html", context)


def team_edit(request: HttpRequest, code: str) -> HttpResponse:
    user, team = allowed(request, permissions.can_manage_teams), _team(code)
    form = TeamForm(request.POST or None, instance=team)
    context, status = {"form": form, "team": team}, 200
    if request.method == "POST" and form.is_valid():
        try:
            teams.save(form.save(commit=False), seen=form.cleaned_data["seen"], by=user)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("Saved."))
            return redirect("governance:team-detail", code)
    return render(request, "governance/teams/team_edit.html", context, status=status)


@require_POST
def member_add(request: HttpRequest, code: str) -> HttpResponse:
    user, team = allowed(request, permissions.can_manage_teams), _team(code)
    form = MemberForm(request.POST, team=team)
    if form.is_valid():
        colleague = form.cleaned_data["person"]
        teams.add_member(team, colleague, by=user)
        messages.success(request, _("%(name)s is in the team.") % {"name": colleague})
    else:
        messages.error(request, _("Choose a colleague who is not in the team yet."))
    return redirect("governance:team-detail", code)


@require_POST
def member_remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, team = allowed(request, permissions.can_manage_teams), _team(code)
    colleague = get_object_or_404(User.objects.filter(memberships__team=team), pk=pk)
    teams.remove_member(team, colleague, by=user)
    messages.success(request, _("%(name)s left the team.") % {"name": colleague})
    return redirect("governance:team-detail", code)


def mandate_edit(request: HttpRequest, code: str) -> HttpResponse:
    user, team = allowed(request, permissions.can_manage_teams), _team(code)
    form = MandateForm(request.POST or None, instance=teams.mandate_of(team))
    context, status = {"team": team, "form": form}, 200
    if request.method == "POST" and form.is_valid():
        try:
            teams.write_mandate(team, form.values, seen=form.cleaned_data["seen"], by=user)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("The mandate is saved."))
            return redirect("governance:team-detail", code)
    return render(request, "governance/teams/mandate_edit.html", context, status=status)


@require_POST
def team_promise(request: HttpRequest, code: str) -> HttpResponse:
    user, team = person(request), _team(code)
    demand(permissions.can_promise(user, team))
    form = PromiseForm(request.POST)
    if form.is_valid():
        teams.promise(team, form.cleaned_data["commitment"], by=user)
        messages.success(request, _("Your promise stands, for a year."))
    else:
        messages.error(request, _("Write what you promise."))
    return redirect("governance:team-detail", code)


def _team(code: str) -> Team:
    found = Team.objects.select_related("leader", "mandate__committed_by")
    return get_object_or_404(found, code=code)
