"""Offerings: the agenda, one offering with who comes, planning and changing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, downloads
from core.clock import now
from governance.domain import meantime
from governance.views.doors import allowed, demand, person
from training.domain import (
    agenda,
    days_off,
    enrolment,
    offerings,
    participants,
    refusals,
    waiting_list,
)
from training.domain import mine as my_training
from training.forms.enrolment import AskForm, ByHandForm
from training.forms.offerings import (
    AgendaFilterForm,
    CancelForm,
    CopyForm,
    OfferingForm,
    PlanForm,
)
from training.models import Course, Enrolment, Offering, Session
from training.permissions import can_organise, sees_everything
from training.permissions import offerings as permissions

HISTORY_SHOWN = 20


def offering_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    organises = can_organise(user)
    form = AgendaFilterForm(request.GET, organises=organises)
    choice, seen = form.chosen, permissions.offerings_seen_by(user)
    page = agenda.find(seen, choice, user, after=request.GET.get("after", ""))
    context = {
        "form": form,
        "offerings": page.rows,
        "next": page.next,
        "is_filtered": choice != agenda.Choice(),
        "can_organise": organises,
    }
    return render(request, "training/offerings/offering_list.html", context)


def offering_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, find(request, pk))


def show(request: HttpRequest, offering: Offering, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of an offering; `forms` are those that were filled in wrongly."""
    user = person(request)
    mine = offering.enrolments.active().filter(user=user).first()
    if mine:
        mine.offering = offering
    sessions = list(offering.sessions.order_by("starts_at", "pk"))
    context = {
        "offering": offering,
        "sessions": sessions,
        "trainers": (trainers := list(offering.trainers.order_by("name"))),
        "gives_it": user in trainers,
        "mine": mine,
        "next": my_training.next_of(mine, sessions, now()),
        "number": waiting_list.place_in_line(mine) if mine else 0,
        "is_open": offering.is_open(now()),
        "begun": offering.starts_at is not None and offering.starts_at <= now(),
        "missing": enrolment.missing_before(offering.course, user),
        "ask_form": forms.get("ask_form") or AskForm(),
        **_places(offering),
        **_for_organisers(request, offering, sessions, forms),
    }
    return render(request, "training/offerings/offering_detail.html", context, status=status)


def _places(offering: Offering) -> dict[str, Any]:
    states = list(offering.enrolments.active().values_list("state", flat=True))
    taken = sum(state in Enrolment.HOLDING for state in states)
    return {
        "taken": taken,
        "free": max(0, offering.capacity - taken),
        "in_line": states.count(Enrolment.State.WAITING),
    }


def _for_organisers(
    request: HttpRequest, offering: Offering, sessions: list[Session], forms: dict[str, Any]
) -> dict[str, Any]:
    """Names and buttons, for who runs it; the board only reads."""
    user = person(request)
    can_manage = permissions.can_manage(user, offering)
    if not can_manage and not sees_everything(user):
        return {"can_manage": False}
    seen = permissions.participants_seen_by(user, offering)
    return {
        "can_manage": can_manage,
        "sees_people": True,
        "participants": list(participants.on_list(seen, offering)),
        "on_day_off": days_off.of(sessions),
        "by_hand_form": forms.get("by_hand_form") or ByHandForm(),
        "cancel_form": forms.get("cancel_form") or CancelForm(),
        "copy_form": forms.get("copy_form") or CopyForm(),
        "history": audit.history(offering)[:HISTORY_SHOWN],
    }


def offering_create(request: HttpRequest, slug: str) -> HttpResponse:
    user = allowed(request, can_organise)
    course = get_object_or_404(Course, slug=slug)
    start = Offering(course=course, capacity=course.capacity)
    form = PlanForm(request.POST or None, instance=start, by=user)
    if request.method == "POST" and form.is_valid() and not form.days_off:
        trainers = form.cleaned_data["trainers"]
        made = offerings.plan(form.save(commit=False), form.sessions, trainers=trainers, by=user)
        messages.success(request, _("Planned. Look at it, and put it in the agenda."))
        return redirect(made)
    context = {"form": form, "course": course}
    return render(request, "training/offerings/offering_create.html", context)


def offering_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, offering = person(request), managed(request, pk)
    form = OfferingForm(request.POST or None, instance=offering)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            _change(form, Offering.objects.get(pk=pk), user)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        except refusals.TooFewPlaces as refusal:
            form.add_error("capacity", str(refusal))
            status = 422
        else:
            messages.success(request, _("Saved."))
            return redirect(offering)
    context = {"form": form, "offering": offering}
    return render(request, "training/offerings/offering_edit.html", context, status=status)


def _change(form: OfferingForm, offering: Offering, user: Any) -> None:
    data = form.cleaned_data
    trainers, seen = data["trainers"], data["seen"]
    offerings.change(offering, form.values, trainers=trainers, by=user, seen=seen)


@require_POST
def offering_publish(request: HttpRequest, pk: int) -> HttpResponse:
    offering = managed(request, pk)
    try:
        offerings.publish(offering, by=person(request))
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("In the agenda: people can enrol."))
    return redirect(offering)


@require_POST
def offering_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    offering, form = managed(request, pk), CancelForm(request.POST)
    if not form.is_valid():
        return show(request, offering, status=422, cancel_form=form)
    offerings.cancel(offering, reason=form.cleaned_data["reason"], by=person(request))
    messages.success(request, _("Cancelled. Everybody on the list gets a mail."))
    return redirect(offering)


@require_POST
def offering_copy(request: HttpRequest, pk: int) -> HttpResponse:
    offering, form = managed(request, pk), CopyForm(request.POST)
    if not form.is_valid():
        return show(request, offering, status=422, copy_form=form)
    try:
        day = form.cleaned_data["first_day"]
        made = offerings.copy(offering, first_day=day, by=person(request))
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect(offering)
    messages.success(request, _("Copied. Look at it, and put it in the agenda."))
    return redirect(made)


def offering_participants(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Who comes, for a spreadsheet."""
    offering = managed(request, pk)
    seen = permissions.participants_seen_by(person(request), offering)
    rows = participants.on_list(seen, offering)
    name = f"participants-{offering.pk}.{form}"
    if form == "xlsx":
        return downloads.xlsx_file(participants.xlsx_file(rows), name)
    return downloads.csv_file(participants.csv_file(rows), name)


def find(request: HttpRequest, pk: int) -> Offering:
    """An offering that this person may see."""
    seen = permissions.offerings_seen_by(person(request))
    return get_object_or_404(seen.select_related("course"), pk=pk)


def managed(request: HttpRequest, pk: int) -> Offering:
    """An offering that this person runs; 403 for who only sees it."""
    offering = find(request, pk)
    demand(permissions.can_manage(person(request), offering))
    return offering
