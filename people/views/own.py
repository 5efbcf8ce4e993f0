from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from core import clock
from people import languages, permissions
from people.domain import absences, waiting
from people.forms import AbsenceForm, ProfileForm
from people.models import Absence, Role, User

# Longer ago than this an absence no longer helps anybody to understand what happened.
PAST_DAYS_SHOWN = timedelta(days=90)


def profile(request: HttpRequest) -> HttpResponse:
    """Who I am here: my settings, roles and teams."""
    user = cast(User, request.user)
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with override(user.language):
            messages.success(request, _("Your profile is saved."))
        return redirect("people:profile")
    context = {
        "form": form,
        "roles": [role.label for role in Role if role in user.roles],
        "teams": user.teams.order_by("name"),
        "substitute_teams": absences.stands_in_for(user, on=_today()),
        "has_second_factor": is_mfa_enabled(user),
    }
    return render(request, "people/profile.html", context)


def waiting_list(request: HttpRequest) -> HttpResponse:
    """What waits for me, the most urgent first."""
    user, today = cast(User, request.user), _today()
    mailing = {
        User.Mailing.DAILY: _("We mail you on working days, when something is urgent or new."),
        User.Mailing.WEEKLY: _("We mail you once a week at most."),
        User.Mailing.NEVER: _("We only mail you about what you must read and is late."),
    }
    context = {
        "groups": waiting.grouped(waiting.for_person(user, today), today),
        "mailing": mailing[User.Mailing(user.wants_digest)],
    }
    return render(request, "people/waiting.html", context)


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Another language, for everybody; remembered with the person, else in a cookie."""
    wanted = request.POST.get("language", "")
    if not languages.exists(wanted):
        return HttpResponseBadRequest()
    return languages.remember(request, redirect(_safe_next(request)), wanted)


def absence_list(request: HttpRequest) -> HttpResponse:
    """My absence; for managers everybody's."""
    user = cast(User, request.user)
    today = _today()
    shown = Absence.objects.not_over_before(today - PAST_DAYS_SHOWN)
    sees_all = permissions.can_manage_absences(user)
    if not sees_all:
        shown = shown.filter(user=user)
    context = {
        "absences": [
            {"absence": absence, "is_now": absence.is_now(today), "is_over": absence.is_over(today)}
            for absence in shown.select_related("user", "substitute")
        ],
        "standing_in": Absence.objects.on(today).filter(substitute=user).select_related("user"),
        "sees_all": sees_all,
    }
    return render(request, "people/absence_list.html", context)


def absence_create(request: HttpRequest) -> HttpResponse:
    return _absence_form(request, Absence())


def absence_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _absence_form(request, _own_absence(request, pk))


def _absence_form(request: HttpRequest, absence: Absence) -> HttpResponse:
    user = cast(User, request.user)
    form = AbsenceForm(
        request.POST or None,
        instance=absence,
        person=absence.user if absence.pk else user,
        may_choose=permissions.can_manage_absences(user),
    )
    if request.method == "POST" and form.is_valid():
        absences.arrange(form.instance, by=user)
        messages.success(request, _("The absence is saved."))
        return redirect("people:absence-list")
    context = {"form": form, "absence": absence}
    status = 422 if form.errors else 200
    return render(request, "people/absence_form.html", context, status=status)


@require_POST
def absence_delete(request: HttpRequest, pk: int) -> HttpResponse:
    absences.cancel(_own_absence(request, pk), by=cast(User, request.user))
    messages.success(request, _("The absence is deleted."))
    return redirect("people:absence-list")


def _own_absence(request: HttpRequest, pk: int) -> Absence:
    absence = get_object_or_404(Absence.objects.select_related("user"), pk=pk)
    if not permissions.can_change_absence(cast(User, request.user), absence):
        raise PermissionDenied
    return absence


def _today() -> date:
    return localdate(clock.now())


def _safe_next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if is_ours else resolve_url("home")
