"""Reading goals: the list, and one goal with its chain, its figures and what happened to it."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from core import audit
from core.clock import now
from governance.domain import goal_queries, goals, library, progress
from governance.forms.goals import EndForm, GoalFilterForm, SubmitForm
from governance.forms.policies import DecisionForm
from governance.models import Goal
from governance.permissions import goals as permissions
from governance.views.goals.access import goal_for
from people.models import User

HISTORY = 50


def goal_list(request: HttpRequest) -> HttpResponse:
    user, day = cast(User, request.user), localdate(now())
    form = GoalFilterForm(request.GET)
    filters = _filters(form, user)
    found = goal_queries.narrowed(permissions.visible_to(user), filters, day=day)
    page = goal_queries.page(found, day=day, after=request.GET.get("after", ""))
    context = {
        "form": form,
        "rows": page.rows,
        "next": page.next,
        "is_narrowed": filters != goal_queries.Filters(),
        "can_write": permissions.can_write_goals(user),
        "waiting": Goal.objects.filter(state=Goal.State.SUBMITTED, approver=user).order_by("pk"),
    }
    return render(request, "governance/goals/goal_list.html", context)


def _filters(form: GoalFilterForm, user: User) -> goal_queries.Filters:
    """What was chosen; a choice that does not exist narrows nothing."""
    form.is_valid()
    chosen = form.cleaned_data
    return goal_queries.Filters(
        domain=chosen.get("domain", ""),
        state=chosen.get("state", ""),
        loose=chosen.get("loose", ""),
        owner=user if chosen.get("mine") else None,
    )


def goal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, goal = goal_for(request, pk, permissions.can_read)
    indicators = list(goal.indicators.order_by("pk"))
    known = progress.of(indicators, day=localdate(now()))
    context = {
        "goal": goal,
        "progresses": [known[one.pk] for one in indicators],
        "audiences": [str(one) for one in goal.audiences.order_by("position", "pk")],
        "history": audit.history(goal)[:HISTORY],
        **_work(user, goal, has_indicators=bool(indicators)),
    }
    return render(request, "governance/goals/goal_detail.html", context)


def _work(user: User, goal: Goal, *, has_indicators: bool) -> dict[str, object]:
    """What this person may do with this goal, and what they need to see for it."""
    can_write = permissions.can_write_goals(user)
    is_draft, is_approved = goal.is_editable, goal.state == Goal.State.APPROVED
    can_edit = can_write and is_draft
    return {
        "can_edit": can_edit,
        "can_fill_in": permissions.can_fill_in(user, goal),
        "can_decide": permissions.can_decide(user, goal),
        "can_take_back": can_write and goal.state == Goal.State.SUBMITTED,
        "can_reopen": can_write and goal.state in permissions.PUBLISHED,
        "can_end": can_write and (is_draft or is_approved),
        "problems": goals.problems(goal) if can_edit else [],
        "suggestion": library.suggested_indicator(goal)
        if can_edit and not has_indicators
        else None,
        "submit_form": SubmitForm(author=goal.author or user) if can_edit else None,
        "decision_form": DecisionForm(),
        "end_form": EndForm(),
    }
