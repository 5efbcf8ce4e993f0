"""The core strategy: a short list, in order."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import strategies
from governance.forms.goals import StrategyForm
from governance.models import Strategy
from governance.permissions import goals as permissions
from governance.views.goals.access import writer
from people.models import User


def strategy_list(request: HttpRequest) -> HttpResponse:
    lines = list(Strategy.objects.annotate(served=Count("goals")).order_by("position", "pk"))
    context = {
        "lines": [line for line in lines if line.is_current],
        "retired": [line for line in lines if not line.is_current],
        "can_write": permissions.can_write_goals(cast(User, request.user)),
    }
    return render(request, "governance/goals/strategy_list.html", context)


def strategy_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Change a line, or write a new one (no `pk`)."""
    user = writer(request)
    line = get_object_or_404(Strategy, pk=pk) if pk else None
    form = StrategyForm(request.POST or None, instance=line)
    if request.method == "POST" and form.is_valid():
        strategies.write(form.save(commit=False), by=user)
        messages.success(request, _("Saved."))
        is_start = "start" in request.GET
        return redirect("governance:vision-start" if is_start else "governance:strategy-list")
    context = {"form": form, "line": line}
    return render(request, "governance/goals/strategy_edit.html", context)


@require_POST
def strategy_move(request: HttpRequest, pk: int) -> HttpResponse:
    user, line = writer(request), get_object_or_404(Strategy, pk=pk)
    step = -1 if request.POST.get("direction") == "up" else 1
    strategies.move(line, step=step, by=user)
    return redirect(f"{reverse('governance:strategy-list')}#line-{pk}")


@require_POST
def strategy_retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a line not count any more, or count again (`again`)."""
    user, line = writer(request), get_object_or_404(Strategy, pk=pk)
    strategies.set_current(line, is_current="again" in request.POST, by=user)
    return redirect("governance:strategy-list")
