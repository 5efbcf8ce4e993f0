"""Costs and returns: a sheet over a period, and the costs themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads, keyset, pdf
from governance.content.goals import goal_by_code
from governance.content.returns import COST_KINDS, EXPECTED_GAINS, RETURNS
from governance.domain import cost_papers, costs, meantime
from governance.domain.costs import Period, Sheet
from governance.forms.teams import CostForm, SheetForm
from governance.models import Cost
from governance.permissions.teams import can_see_costs
from governance.views.doors import allowed, today


def cost_list(request: HttpRequest) -> HttpResponse:
    allowed(request, can_see_costs)
    form, sheet = _asked(request)
    found = costs.overlapping(sheet.period).select_related("goal", "choice")
    page = keyset.newest(found, "from_date", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "sheet": sheet,
        "figure": cost_papers.figure(sheet) if sheet.total else None,
        "costs": page.rows,
        "next": page.next,
        "example": EXPECTED_GAINS,
        "returns": [(gain, goal_by_code(gain.goal)) for gain in RETURNS],
    }
    return render(request, "governance/costs/cost_list.html", context)


def cost_create(request: HttpRequest) -> HttpResponse:
    day = today()
    year = {"from_date": day.replace(month=1, day=1), "until_date": day.replace(month=12, day=31)}
    return _edit(request, Cost(**year))


def cost_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, get_object_or_404(Cost, pk=pk))


def _edit(request: HttpRequest, cost: Cost) -> HttpResponse:
    user = allowed(request, can_see_costs)
    form = CostForm(request.POST or None, instance=cost)
    context: dict[str, Any] = {"form": form, "cost": cost, "kinds": COST_KINDS}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            costs.write(form.save(commit=False), by=user, seen=form.cleaned_data["seen"])
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("Saved."))
            return redirect("governance:cost-list")
    return render(request, "governance/costs/cost_edit.html", context, status=status)


@require_POST
def cost_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, can_see_costs)
    costs.remove(get_object_or_404(Cost, pk=pk), by=user)
    messages.success(request, _("The cost is deleted."))
    return redirect("governance:cost-list")


def cost_export(request: HttpRequest) -> HttpResponse:
    allowed(request, can_see_costs)
    _form, sheet = _asked(request)
    return downloads.csv_file(cost_papers.csv(sheet), "costs.csv")


def cost_pdf(request: HttpRequest) -> HttpResponse:
    allowed(request, can_see_costs)
    _form, sheet = _asked(request)
    language: Any = (get_language() or "nl")[:2]
    made = pdf.render(cost_papers.document(sheet, language))
    return downloads.pdf_file(made, "costs.pdf")


def _asked(request: HttpRequest) -> tuple[SheetForm, Sheet]:
    """The sheet that was asked for; with nothing or nonsense, that of the last year."""
    year = costs.year_until(today())
    usual: dict[str, Any] = {"first": year.first, "last": year.last, "rate": costs.STANDARD_RATE}
    is_asked = "first" in request.GET
    form = SheetForm(request.GET if is_asked else None, initial=usual)
    data = form.cleaned_data if is_asked and form.is_valid() else usual
    return form, costs.sheet(Period(data["first"], data["last"]), data["rate"])
