"""Afterwards: the session once more, its minutes on paper, its numbers in a table."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from core import downloads, pdf
from core.spreadsheets import csv_text
from governance.domain.workshops import minutes, replay
from governance.permissions import workshops as permissions
from governance.views.workshops.access import led, person


def workshop_replay(request: HttpRequest, pk: int) -> HttpResponse:
    """The room after the first `at` events."""
    workshop = led(request, pk)
    if not permissions.can_replay(person(request)):
        raise PermissionDenied
    events = replay.events_of(workshop)
    wanted = request.GET.get("at", "")
    seen = replay.moment(events, min(int(wanted[:9]), len(events)) if wanted.isdecimal() else 0)
    spreads = seen.spreads(workshop.statements.order_by("position"))
    context = {
        "workshop": workshop,
        "seen": seen,
        "chapters": replay.chapters(events),
        "figure": minutes.chart(spreads) if seen.votes else None,
        "noted": [(one.statement, seen.notes.get(one.statement.pk)) for one in spreads],
        "total": len(events),
        "earlier": max(0, seen.number - 1),
        "later": min(len(events), seen.number + 1),
    }
    name = "_moment" if getattr(request, "htmx", False) else "workshop_replay"
    return render(request, f"governance/workshops/{name}.html", context)


def workshop_export(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = led(request, pk)
    head, *rows = minutes.rows(workshop)
    return downloads.csv_file(csv_text(head, rows), f"{slugify(workshop.title)}.csv")


def workshop_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = led(request, pk)
    answer = HttpResponse(pdf.render(minutes.document(workshop)), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(workshop.title)}.pdf"'
    return answer
