"""Holding a round: the list, composing a draft, opening, closing, starting again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from governance.content.questionnaire import BLOCKS
from governance.domain.meantime import ChangedMeanwhile
from governance.domain.rounds import composing, inviting, life, listing, questions
from governance.domain.rounds.composing import WrongState
from governance.forms.rounds import OwnQuestions, RoundForm, initial
from governance.models import Group, Round
from governance.permissions import rounds as permissions
from governance.views.rounds.rooms import held_round, holder


def round_list(request: HttpRequest) -> HttpResponse:
    holder(request)
    page = listing.page(after=request.GET.get("after", ""))
    return render(request, "governance/rounds/list.html", {"page": page})


def round_create(request: HttpRequest) -> HttpResponse:
    user = holder(request)
    form = RoundForm(request.POST or None)
    own = OwnQuestions(request.POST or None, prefix="own")
    if request.method == "POST" and form.is_valid() and own.is_valid():
        plan = form.plan(tuple(own.questions()))
        if form.check(plan):
            return redirect(composing.create(plan, by=user))
    return render(request, "governance/rounds/edit.html", {"form": form, "own": own})


def round_edit(request: HttpRequest, pk: int) -> HttpResponse:
    held, user = held_round(request, pk)
    if not permissions.can_edit(user, held):
        messages.warning(request, _("The questions stand now: people may be answering."))
        return redirect(held)
    values, questions_of_own = initial(held)
    form = RoundForm(request.POST or None, initial=values)
    own = OwnQuestions(request.POST or None, prefix="own", initial=questions_of_own)
    context: dict[str, Any] = {"held": held, "form": form, "own": own}
    if request.method == "POST" and form.is_valid() and own.is_valid():
        plan = form.plan(tuple(own.questions()))
        if form.check(plan) and (seen := form.cleaned_data["seen"]):
            try:
                composing.save(held, plan, seen=seen, by=user)
            except ChangedMeanwhile as other:
                return _collision(request, context, other.current)
            except WrongState:
                messages.warning(request, _("The questions stand now: people may be answering."))
                return redirect(held)
            messages.success(request, _("Saved."))
            return redirect(held)
    return render(request, "governance/rounds/edit.html", context)


def _collision(request: HttpRequest, context: dict[str, Any], current: Round) -> HttpResponse:
    """What the other saved stands above the writer's own, which stays in the form."""
    data = request.POST.copy()
    data["seen"] = current.updated_at.isoformat()
    form = RoundForm(data)
    form.is_valid()
    context |= {"form": form, "theirs": listing.summary(composing.plan_of(current))}
    return render(request, "governance/rounds/edit.html", context, status=409)


def round_detail(request: HttpRequest, pk: int) -> HttpResponse:
    held, _user = held_round(request, pk)
    items = list(held.items.order_by("position"))
    groups = [(Group(group), questions.for_group(items, group)) for group in held.groups]
    return render(
        request,
        "governance/rounds/detail.html",
        {
            "held": held,
            "turnout": inviting.turnout(held),
            "groups": [
                (group, len(asked), questions.minutes(asked), questions.steps(asked))
                for group, asked in groups
            ],
            "blocks": {code: name for code, (name, _about) in BLOCKS.items()},
            "is_answered_now": life.is_answered_now(held),
            "history": audit.history(held)[:20],
        },
    )


@require_POST
def round_open(request: HttpRequest, pk: int) -> HttpResponse:
    held, user = held_round(request, pk)
    try:
        life.open_round(held, by=user)
    except WrongState:
        messages.error(
            request, _("This round cannot be opened: it is no draft, or its last day is over.")
        )
    else:
        messages.success(request, _("The round is open. Now let people in."))
    return redirect(held)


@require_POST
def round_close(request: HttpRequest, pk: int) -> HttpResponse:
    held, user = held_round(request, pk)
    try:
        life.close(held, by=user)
    except WrongState:
        messages.warning(request, _("This round is not open."))
        return redirect(held)
    messages.success(request, _("The round is closed. This is the report."))
    return redirect("governance:round-report", pk)


@require_POST
def round_delete(request: HttpRequest, pk: int) -> HttpResponse:
    held, user = held_round(request, pk)
    try:
        composing.delete(held, by=user)
    except WrongState:
        messages.error(request, _("Only a draft can be deleted."))
        return redirect(held)
    messages.success(request, _("The draft is deleted."))
    return redirect("governance:round-list")


@require_POST
def round_again(request: HttpRequest, pk: int) -> HttpResponse:
    held, user = held_round(request, pk)
    again = composing.start_again(held, by=user)
    messages.success(
        request, _("A new draft with the same questions, so that you can compare. Check it.")
    )
    return redirect("governance:round-edit", again.pk)
