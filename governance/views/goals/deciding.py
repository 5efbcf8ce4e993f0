"""Deciding on goals: submit, approve, ask for changes, take back, end, open again."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import goals
from governance.forms.goals import EndForm, SubmitForm
from governance.forms.policies import DecisionForm
from governance.models import Goal
from governance.permissions import goals as permissions
from governance.views.goals.access import Allows, goal_for, tell_meanwhile
from people.models import User

Step = Callable[..., Goal]


def _governs(user: User, goal: Goal) -> bool:
    return permissions.can_write_goals(user)


@require_POST
def goal_submit(request: HttpRequest, pk: int) -> HttpResponse:
    user, goal = goal_for(request, pk, _governs)
    form = SubmitForm(request.POST, author=goal.author or user)
    if not form.is_valid():
        messages.error(request, _("Choose who decides."))
        return redirect(goal)
    approver = form.cleaned_data["approver"]
    try:
        goals.submit(goal, by=user, approver=approver)
    except goals.NotReady:
        messages.error(request, _("This goal is not ready yet: see what is missing."))
    except goals.OwnWork:
        messages.error(request, _("Nobody approves their own work: choose somebody else."))
    except goals.WrongState:
        tell_meanwhile(request)
    else:
        messages.success(request, _("%(name)s was asked to decide.") % {"name": approver})
    return redirect(goal)


@require_POST
def goal_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user, goal = goal_for(request, pk, permissions.can_decide)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _explain(request, goal, form)
    decide = goals.approve if form.cleaned_data["approves"] else goals.reject
    try:
        decided = decide(goal, by=user, note=form.cleaned_data["note"])
    except (goals.WrongState, goals.OwnWork):
        tell_meanwhile(request)
    else:
        is_approved = decided.state == Goal.State.APPROVED
        approved = _("The goal is approved. From now on its figures are followed.")
        asked = _("The author was asked for changes.")
        messages.success(request, approved if is_approved else asked)
    return redirect(goal)


@require_POST
def goal_end(request: HttpRequest, pk: int) -> HttpResponse:
    user, goal = goal_for(request, pk, _governs)
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write down how it ended, so that others learn from it."))
        return redirect(goal)
    try:
        goals.end(
            goal,
            by=user,
            is_reached=form.cleaned_data["reached"],
            note=form.cleaned_data["note"],
        )
    except goals.WrongState:
        tell_meanwhile(request)
    return redirect(goal)


@require_POST
def goal_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _step_back(request, pk, goals.take_back, _governs)


@require_POST
def goal_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    return _step_back(request, pk, goals.reopen, _governs)


def _step_back(request: HttpRequest, pk: int, step: Step, allows: Allows) -> HttpResponse:
    user, goal = goal_for(request, pk, allows)
    try:
        step(goal, by=user)
    except goals.WrongState:
        tell_meanwhile(request)
    return redirect(goal)


def _explain(request: HttpRequest, goal: Goal, form: DecisionForm) -> HttpResponse:
    for error in form.errors.get("note", []):
        messages.error(request, str(error))
    return redirect(goal)
