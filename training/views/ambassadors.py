"""Ambassadors: suggest, invite, follow, stop."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, keyset
from governance.views.doors import allowed, demand, person, today
from training.domain import ambassadors
from training.forms.ambassadors import InviteForm, PathForm, StateForm, SuggestForm, TaskForm
from training.models import Ambassador, AmbassadorTask
from training.permissions import ambassadors as permissions

HISTORY_SHOWN = 30
LINKED = {"from": "found_at", "name": "found_as", "text": "found_text"}
"""What a page elsewhere may fill in for who suggests."""


def ambassador_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_ambassadors)
    form = StateForm(request.GET)
    found = Ambassador.objects.current().select_related("user")
    if form.chosen:
        found = found.filter(state=form.chosen)
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "ambassadors": page.rows,
        "next": page.next,
        "is_filtered": bool(form.chosen),
        "counts": ambassadors.counts(),
        "can_follow_up": permissions.can_follow_up(user),
    }
    return render(request, "training/ambassadors/ambassador_list.html", context)


def ambassador_suggest(request: HttpRequest) -> HttpResponse:
    """Everybody who works here passes somebody on; `?from=` and `?name=` come from a mention."""
    user = allowed(request, permissions.can_suggest)
    given = {field: request.GET.get(name, "")[:1000] for name, field in LINKED.items()}
    form = SuggestForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            made = ambassadors.suggest(form.save(commit=False), by=user)
        except ambassadors.Already:
            form.add_error("user", _("This colleague was suggested already."))
        else:
            messages.success(request, _("Thank you. Whoever organises the training looks at it."))
            sees = permissions.can_see_ambassadors(user)
            return redirect(made) if sees else redirect("home")
    status = 422 if form.errors else 200
    context = {"form": form, "sees_list": permissions.can_see_ambassadors(user)}
    return render(request, "training/ambassadors/suggest.html", context, status=status)


def ambassador_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _ambassador(request, pk))


def _detail(
    request: HttpRequest, ambassador: Ambassador, status: int = 200, **forms: Any
) -> HttpResponse:
    tasks = list(ambassador.tasks.order_by("done_at", "due_on", "pk")[:100])
    context = {
        "ambassador": ambassador,
        "path": ambassadors.path(ambassador, tasks),
        "tasks": tasks,
        "today": today(),
        "can_follow_up": permissions.can_follow_up(person(request)),
        "invite_form": forms.get("invite_form") or InviteForm(),
        "task_form": forms.get("task_form") or TaskForm(),
        "path_form": forms.get("path_form") or PathForm(instance=ambassador),
        "history": audit.history(ambassador)[:HISTORY_SHOWN],
    }
    template = "training/ambassadors/ambassador_detail.html"
    return render(request, template, context, status=status)


@require_POST
def ambassador_invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the letter; a student's address is typed for this once."""
    ambassador = _followed(request, pk)
    form = InviteForm(request.POST)
    if ambassador.user_id is None and not form.is_valid():
        return _detail(request, ambassador, status=422, invite_form=form)
    email = form.cleaned_data["email"] if ambassador.user_id is None else ""
    try:
        ambassadors.invite(ambassador, email=email, by=person(request))
    except ambassadors.NotNow:
        _tell_changed(request)
    except OSError:
        messages.error(request, _("The letter could not be sent. Nothing changed: try again."))
    else:
        messages.success(request, _("The invitation is sent."))
    return redirect(ambassador)


@require_POST
def ambassador_path(request: HttpRequest, pk: int) -> HttpResponse:
    ambassador = _followed(request, pk)
    form = PathForm(request.POST, instance=_followed(request, pk))
    if not form.is_valid():
        return _detail(request, ambassador, status=422, path_form=form)
    try:
        ambassadors.change_path(ambassador, form.cleaned_data, by=person(request))
    except ambassadors.NotNow:
        _tell_changed(request)
    else:
        messages.success(request, _("Saved."))
    return redirect(ambassador)


@require_POST
def ambassador_task_add(request: HttpRequest, pk: int) -> HttpResponse:
    ambassador, form = _followed(request, pk), TaskForm(request.POST)
    if not form.is_valid():
        return _detail(request, ambassador, status=422, task_form=form)
    try:
        ambassadors.add_task(ambassador, form.save(commit=False), by=person(request))
    except ambassadors.NotNow:
        _tell_changed(request)
    return redirect(ambassador)


@require_POST
def ambassador_task_finish(request: HttpRequest, pk: int) -> HttpResponse:
    """By the colleague whose task it is, or by who follows up."""
    task = get_object_or_404(AmbassadorTask.objects.select_related("ambassador"), pk=pk)
    user = person(request)
    is_own = task.ambassador.user_id == user.pk
    demand(is_own or permissions.can_follow_up(user))
    ambassadors.finish_task(task, by=user)
    return redirect("people:waiting") if is_own else redirect(task.ambassador)


@require_POST
def ambassador_stop(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        ambassadors.stop(_followed(request, pk), by=person(request))
    except ambassadors.NotNow:
        _tell_changed(request)
    else:
        messages.success(request, _("Stopped. What we knew of this person is erased."))
    return redirect("training:ambassador-list")


def _tell_changed(request: HttpRequest) -> None:
    messages.warning(request, _("This changed in the meantime. Look again."))


def _ambassador(request: HttpRequest, pk: int) -> Ambassador:
    """Somebody who is suggested, invited or active; who ended is not there any more."""
    allowed(request, permissions.can_see_ambassadors)
    found = Ambassador.objects.current().select_related("user", "course", "suggested_by")
    return get_object_or_404(found, pk=pk)


def _followed(request: HttpRequest, pk: int) -> Ambassador:
    allowed(request, permissions.can_follow_up)
    return _ambassador(request, pk)
