"""Hours: writing one's own down, and what a team spent of what it was granted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads, keyset, spreadsheets
from core.charts import bars
from governance.domain import hours, money, teams
from governance.forms.teams import HoursForm
from governance.models import HoursSpent
from governance.permissions import teams as permissions
from governance.views.doors import demand, person, today
from people.models import Team, User


def hours_list(request: HttpRequest) -> HttpResponse:
    """My hours: a quick form on top, what I wrote down below."""
    user, day = person(request), today()
    form = HoursForm(request.POST or None, person=user, day=day)
    if request.method == "POST" and form.is_valid():
        hours.write(form.save(commit=False), by=user)
        messages.success(request, _("Your hours are written down."))
        return redirect("governance:hours-list")
    mine = user.hours_spent.select_related("team", "choice", "goal")
    page = keyset.newest(mine, "on_date", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "rows": [(one, permissions.can_change_hours(user, one, day)) for one in page.rows],
        "next": page.next,
        "teams": list(form.fields["team"].queryset.order_by("name")),  # type: ignore[attr-defined]
    }
    return render(request, "governance/hours/hours_list.html", context)


def hours_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, entry = person(request), _mine(request, pk)
    form = HoursForm(request.POST or None, instance=entry, person=user, day=today())
    if request.method == "POST" and form.is_valid():
        hours.write(form.save(commit=False), by=user)
        messages.success(request, _("Saved."))
        return redirect("governance:hours-list")
    return render(request, "governance/hours/hours_edit.html", {"form": form, "entry": entry})


@require_POST
def hours_delete(request: HttpRequest, pk: int) -> HttpResponse:
    hours.remove(_mine(request, pk), by=person(request))
    messages.success(request, _("The hours are deleted."))
    return redirect("governance:hours-list")


def team_hours(request: HttpRequest, code: str) -> HttpResponse:
    user, day = person(request), today()
    team = _team(code)
    demand(permissions.can_see_hours(user, team))
    first = hours.since(day)
    months = hours.by_month(teams.mandate_of(team), day)
    context = {
        "team": team,
        "first": first,
        "figure": _figure(team, months),
        "total": sum((month.spent for month in months), start=0),
        "activities": hours.by_activity(team, first),
        "people": hours.by_person(team, first) if _sees_names(user, team) else None,
        "mine": hours.of_person(team, user, first),
        "can_export": permissions.can_manage_teams(user),
    }
    return render(request, "governance/hours/team_hours.html", context)


def hours_export(request: HttpRequest, code: str) -> HttpResponse:
    """All hours of a team, for who grants them."""
    user, team = person(request), _team(code)
    demand(permissions.can_manage_teams(user))
    found = HoursSpent.objects.filter(team=team).select_related("user", "choice", "goal")
    head = [_("Day"), _("Who"), _("Hours"), _("What for"), _("Channel"), _("Goal"), _("Note")]
    table = spreadsheets.csv_text(head, [_row(one) for one in found.order_by("-on_date", "-pk")])
    return downloads.csv_file(table, f"hours-{team.code}.csv")


def _row(one: HoursSpent) -> list[Any]:
    who = str(one.user or _("somebody who left"))
    where, why = str(one.choice or ""), str(one.goal or "")
    spent = money.cell(one.hours)
    return [one.on_date.isoformat(), who, spent, one.get_activity_display(), where, why, one.note]


def _figure(team: Team, months: list[hours.Month]) -> Any:
    rows = [
        (date_format(month.first, "F Y"), float(month.spent), float(month.granted))
        for month in months
    ]
    title = _("Hours of %(team)s, month by month") % {"team": team}
    return bars.draw(title, rows, unit=_("hours"), value_name=_("Spent"), limit_name=_("Granted"))


def _sees_names(user: User, team: Team) -> bool:
    return permissions.can_see_whose_hours(user, team)


def _team(code: str) -> Team:
    return get_object_or_404(Team.objects.select_related("mandate"), code=code)


def _mine(request: HttpRequest, pk: int) -> HoursSpent:
    """Hours of this person that may still be changed; somebody else's are not there."""
    user = person(request)
    entry: HoursSpent = get_object_or_404(user.hours_spent.select_related("team"), pk=pk)
    demand(permissions.can_change_hours(user, entry, today()))
    return entry
