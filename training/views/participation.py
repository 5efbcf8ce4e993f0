"""How many of which unit and role took part, on the page and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import downloads
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
        return downloads.csv_file(figures.as_csv(found), f"participation-{year}.csv")
    return downloads.xlsx_file(figures.as_xlsx(found), f"participation-{year}.xlsx")


def _year(request: HttpRequest) -> int:
    """The school year that was asked for, else this one."""
    known = figures.years(today())
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and int(asked) in known else known[0]
