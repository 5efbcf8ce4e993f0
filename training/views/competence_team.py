"""What the team needs and can: on a page and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import downloads, spreadsheets
from governance.permissions import sees_whole_college, units_seen_by
from governance.views.doors import allowed, today
from training.domain import competence_cells, competence_team
from training.forms.competence import TeamFilterForm
from training.permissions import competence as permissions


def competence_team_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_team)
    form = TeamFilterForm(request.GET)
    found, day = competence_team.people(units_seen_by(user), form.search), today()
    after = request.GET.get("after", "")
    context = {
        "form": form,
        "totals": competence_cells.totals(found, day),
        "count": found.count(),
        "page": competence_team.page(found, day, show=form.shown, after=after),
        "sees_all": sees_whole_college(user),
    }
    return render(request, "training/competence/team.html", context)


def competence_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as CSV or for Excel."""
    user = allowed(request, permissions.can_see_team)
    found = competence_team.members(competence_team.people(units_seen_by(user)), today())
    head, rows = competence_team.head(), competence_team.rows(found)
    if form == "xlsx":
        book = spreadsheets.workbook(_("Competences"), head, rows)
        return downloads.xlsx_file(book, "competences.xlsx")
    return downloads.csv_file(spreadsheets.csv_text(head, rows), "competences.csv")
