"""How many of which unit and role took part, on the page and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import spreadsheets
from core.downloads import attachment
from governance.views.doors import allowed, person, today
from training.domain import participation as figures
from training.permissions import trainers as permissions


def participation(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.sees_participation)
    year = _year(request)
    units = permissions.units_of(user)
    context = {
        "found": figures.of_year(year, units),
        "year": year,
        "years": [(one, one + 1) for one in figures.years(today())],
        "smallest": figures.SMALLEST,
        "sees_all": units is None,
    }
    return render(request, "training/participation/participation.html", context)


def participation_export(request: HttpRequest, form: str) -> HttpResponse:
    allowed(request, permissions.sees_participation)
    year = _year(request)
    found = figures.of_year(year, permissions.units_of(person(request)))
    if form == "csv":
        table = figures.as_csv(found)
        return attachment(table, f"participation-{year}.csv", "text/csv; charset=utf-8")
    return attachment(figures.as_xlsx(found), f"participation-{year}.xlsx", spreadsheets.XLSX)


def _year(request: HttpRequest) -> int:
    """The school year that was asked for, else this one."""
    known = figures.years(today())
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and int(asked) in known else known[0]
