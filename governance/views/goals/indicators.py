"""Indicators of a goal: by which figure one sees it, drawn through time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.clock import now
from governance.domain import goals, indicators, library, progress
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.indicators import IndicatorForm, ReadingForm
from governance.models import Goal, Indicator
from governance.permissions import goals as permissions
from governance.views.goals import figure
from governance.views.goals.access import edition_seen, goal_for, indicator_for, tell_meanwhile
from people.models import User

SHOWN = 60


def indicator_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, indicator = indicator_for(request, pk, permissions.can_read)
    day = localdate(now())
    readings = list(indicator.readings.select_related("by").order_by("-on_date")[:SHOWN])
    context = {
        "indicator": indicator,
        "goal": indicator.goal,
        "progress": progress.of([indicator], day=day)[indicator.pk],
        "readings": [(one, indicators.source_label(one)) for one in readings],
        "chart": figure.drawn(indicator),
        "form": ReadingForm(initial={"on_date": day, "source": _last_source(readings)}),
        "can_edit": permissions.can_edit(user, indicator.goal),
        "can_fill_in": permissions.can_fill_in(user, indicator.goal),
    }
    return render(request, "governance/goals/indicator_detail.html", context)


def _last_source(readings: list[Any]) -> str:
    """Whoever fills in a figure mostly has it from where the last one came."""
    return next((one.source for one in readings if one.by_id), "")


def indicator_create(request: HttpRequest, pk: int) -> HttpResponse:
    """A new indicator of the goal; the first one starts from what the library proposes."""
    user, goal = goal_for(request, pk, lambda user, goal: permissions.can_write_goals(user))
    suggestion = None if goal.indicators.exists() else library.suggested_indicator(goal)
    start = suggestion or Indicator(goal=goal, target_date=goal.target_date)
    return _edit(request, user, goal, start)


def indicator_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, indicator = indicator_for(
        request, pk, lambda user, goal: permissions.can_write_goals(user)
    )
    return _edit(request, user, indicator.goal, indicator)


def _edit(request: HttpRequest, user: User, goal: Goal, indicator: Indicator) -> HttpResponse:
    if request.method != "POST" and not goal.is_editable:
        raise PermissionDenied
    form = IndicatorForm(
        request.POST or None, instance=indicator, initial={"edition": goal.edition}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        refusal = _write(goal, form, by=user)
        if not refusal:
            messages.success(request, _("Saved."))
            return redirect(goal)
        form.add_error(None, refusal)
        status = 409
    context = {"form": form, "goal": goal, "indicator": indicator if indicator.pk else None}
    return render(request, "governance/goals/indicator_edit.html", context, status=status)


def _write(goal: Goal, form: IndicatorForm, *, by: User) -> str:
    """Store the indicator; why not, when somebody was first. What was filled in stays."""
    pk = form.instance.pk
    # The form has changed its own instance already; the domain wants it as it stands.
    stored = goal.indicators.filter(pk=pk).first() if pk else None
    edition = form.cleaned_data["edition"]
    try:
        indicators.write(goal, edition=edition, by=by, fields=form.values, indicator=stored)
    except ChangedMeanwhile as other:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["edition"] = str(other.current.edition)  # type: ignore[index]
        return _("Somebody else changed this goal in the meantime. Look and save again.")
    except goals.WrongState:
        return _("This goal is no draft any more. What you filled in still stands below.")
    return ""


@require_POST
def indicator_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user, indicator = indicator_for(request, pk, permissions.can_edit)
    try:
        edition = edition_seen(request, indicator.goal)
        indicators.remove(indicator, edition=edition, by=user)
    except (ChangedMeanwhile, goals.WrongState):
        tell_meanwhile(request)
    return redirect(indicator.goal)
