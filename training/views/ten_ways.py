"""The ten ways: one's own, and how many teachers did what."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.charts import bars
from governance.permissions import can_govern, sees_whole_college, units_seen_by
from governance.views.doors import allowed, person
from training.content.ten_ways import CODES, SOURCE
from training.domain import ten_ways
from training.forms.ten_ways import TickForm


def my_ways(request: HttpRequest) -> HttpResponse:
    user = person(request)
    ways = ten_ways.of_person(user)
    context = {
        "ways": [(one, _form(one)) for one in ways],
        "done": sum(one.is_done for one in ways),
        "source": SOURCE,
        "can_see_team": can_govern(user),
    }
    return render(request, "training/ways/my_ways.html", context)


def _form(one: ten_ways.Mine) -> TickForm:
    said = {"is_done": one.is_done, "note": one.note}
    return TickForm(initial=said, auto_id=f"{one.way.code}_%s")


@require_POST
def way_tick(request: HttpRequest, code: str) -> HttpResponse:
    """Say that it is done, or keep a note."""
    if code not in CODES:
        raise Http404
    form = TickForm(request.POST)
    if form.is_valid():
        ten_ways.tick(person(request), code, **form.cleaned_data)
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("That note is too long. Keep it under 300 characters."))
    return redirect("training:my-ways")


def ways_team(request: HttpRequest) -> HttpResponse:
    """Numbers of the own units, without names."""
    user = allowed(request, can_govern)
    counts = ten_ways.counts(units_seen_by(user))
    rows = [(str(one.way.name), float(one.number), None) for one in counts or ()]
    context = {
        "counts": counts,
        "people": counts[0].people if counts else 0,
        "figure": bars.draw(_("Teachers who did this"), rows) if counts else None,
        "fewest": ten_ways.FEWEST,
        "sees_all": sees_whole_college(user),
    }
    return render(request, "training/ways/team.html", context)
