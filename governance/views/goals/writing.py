"""Writing goals: a new one, one from the library, a change that may meet somebody else's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content.audiences import AUDIENCES
from governance.content.goals import LibraryGoal, goal_by_code
from governance.domain import audiences, goals, library, wording
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.goals import GoalForm
from governance.models import Domain, Goal, Policy
from governance.permissions import goals as permissions
from governance.views.goals.access import goal_for, writer
from people.models import User

COMPARED = ("title", "activity", "consequence", "effect")


def goal_create(request: HttpRequest) -> HttpResponse:
    """A goal of one's own; the address may fill in `domain`, `title` and `activity`."""
    user = writer(request)
    form = GoalForm(request.POST or None, initial=_given(request, user))
    if request.method == "POST" and form.is_valid():
        chosen = audiences.with_codes(form.cleaned_data["audiences"])
        goal = goals.create(form.save(commit=False), by=user, audiences=chosen)
        messages.success(request, _("The goal is written down. Now its indicator."))
        return redirect(goal)
    return render(request, "governance/goals/goal_edit.html", {"form": form})


def _given(request: HttpRequest, user: User) -> dict[str, Any]:
    asked: Mapping[str, str] = request.GET
    given: dict[str, Any] = {"owner": user.pk}
    if asked.get("domain") in Domain.values:
        given["domain"] = asked["domain"]
        visions = Policy.objects.of_kind(Policy.Kind.VISION)
        given["vision"] = visions.filter(domain=asked["domain"]).first()
    return given | {name: asked[name] for name in ("title", "activity") if name in asked}


def goal_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, goal = goal_for(request, pk, lambda user, goal: permissions.can_write_goals(user))
    if request.method != "POST" and not goal.is_editable:
        raise PermissionDenied
    form = GoalForm(request.POST or None, instance=goal)
    if request.method == "POST" and form.is_valid():
        refusal = _save(pk, form, by=user)
        if not refusal:
            messages.success(request, _("Saved."))
            return redirect("governance:goal-detail", pk)
        return _collision(request, form, Goal.objects.get(pk=pk), refusal)
    return render(request, "governance/goals/goal_edit.html", {"form": form, "goal": goal})


def _save(pk: int, form: GoalForm, *, by: User) -> str:
    """Store the goal; why not, when somebody was first. What was filled in stays in the form."""
    edition = form.cleaned_data["edition"] or 0
    # The form has changed its own instance already; the domain wants the goal as it stands.
    goal = Goal(pk=pk)
    try:
        goals.save(
            goal,
            edition=edition,
            by=by,
            fields=form.values,
            audiences=audiences.with_codes(form.cleaned_data["audiences"]),
        )
    except ChangedMeanwhile:
        return _("Somebody else saved this goal while you were writing.")
    except goals.WrongState:
        return _("This goal is no draft any more.")
    return ""


def _collision(request: HttpRequest, form: GoalForm, now: Goal, refusal: str) -> HttpResponse:
    """Show both texts; the writer's own stays in the form, against the edition that stands now."""
    data = request.POST.copy()
    data["edition"] = str(now.edition)
    compared = [
        (form.fields[name].label, wording.words(getattr(now, name), str(data.get(name, ""))))
        for name in COMPARED
    ]
    context = {
        "form": GoalForm(data, instance=now),
        "goal": now,
        "refusal": refusal,
        "differences": [(label, pieces) for label, pieces in compared if pieces],
    }
    return render(request, "governance/goals/goal_edit.html", context, status=409)


# --- the library -------------------------------------------------------------------------------


def goal_library(request: HttpRequest) -> HttpResponse:
    writer(request)
    domain, audience = request.GET.get("domain", ""), request.GET.get("audience", "")
    context = {
        "offers": library.offers(domain=domain, audience=audience),
        "domains": Domain.choices,
        "audiences": [(one.code, str(one.name)) for one in AUDIENCES],
        "domain": domain,
        "audience": audience,
        "start": "start" in request.GET,
    }
    return render(request, "governance/goals/library.html", context)


def goal_preview(request: HttpRequest, code: str) -> HttpResponse:
    writer(request)
    offered = _offered(code)
    context = {
        "offered": offered,
        "domain_label": Domain(offered.domain).label,
        "audiences": audiences.standard_names(offered.audiences),
        "copy": Goal.objects.under_way().filter(library_code=code).first(),
        "start": "start" in request.GET,
    }
    return render(request, "governance/goals/library_goal.html", context)


@require_POST
def goal_take(request: HttpRequest, code: str) -> HttpResponse:
    user = writer(request)
    goal = library.take(_offered(code), by=user)
    messages.success(request, _("“%(goal)s” is now a draft of yours.") % {"goal": goal.title})
    if "start" in request.POST:
        return redirect(reverse("governance:vision-start-domain", args=[goal.domain]) + "#goals")
    return redirect(goal)


def _offered(code: str) -> LibraryGoal:
    offered = goal_by_code(code)
    if offered is None:
        raise Http404
    return offered
