"""A place: ask, take, leave; a request to decide on; what is mine; answers by a link in a mail."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.clock import now
from governance.views.doors import demand, person
from people.models import Institution
from training.domain import calendars, enrolment, links, mine, pages, refusals
from training.forms.enrolment import AskForm, ByHandForm, DecideForm
from training.models import Enrolment
from training.permissions import enrolment as permissions
from training.permissions import offerings as offering_permissions
from training.views.offerings import find, managed, show

FEED_FRESH = 900
STEPS: dict[str, Any] = {
    links.ACCEPT: enrolment.accept,
    links.DECLINE: enrolment.decline,
    links.LEAVE: enrolment.leave,
}


@require_POST
def enrolment_ask(request: HttpRequest, pk: int) -> HttpResponse:
    offering, form = find(request, pk), AskForm(request.POST)
    if not form.is_valid():
        return show(request, offering, status=422, ask_form=form)
    try:
        row = enrolment.ask(offering, person(request), **form.cleaned_data)
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _told(row))
    return redirect(offering)


def _told(row: Enrolment) -> str:
    """What became of it."""
    return {
        Enrolment.State.ENROLLED: _("You have a place. You get a mail for your calendar."),
        Enrolment.State.WAITING: _("You are on the waiting list. We mail you when you are next."),
        Enrolment.State.OFFERED: _("A place is free for you. Take it in time."),
        Enrolment.State.REQUESTED: _("Your manager decides. You get a mail."),
        Enrolment.State.CANCELLED: _("You are off the list."),
    }.get(Enrolment.State(row.state), "")


@require_POST
def enrolment_by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    offering, form = managed(request, pk), ByHandForm(request.POST)
    if not form.is_valid():
        return show(request, offering, status=422, by_hand_form=form)
    try:
        row = enrolment.enrol(offering, form.cleaned_data["person"], by=person(request))
    except refusals.Refusal as refusal:
        form.add_error("person", str(refusal))
        return show(request, offering, status=422, by_hand_form=form)
    messages.success(request, _("%(person)s has a place.") % {"person": row.user})
    return redirect(offering)


@require_POST
def enrolment_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Accept, decline or leave oneself; whoever runs it may take somebody off."""
    user = person(request)
    row = get_object_or_404(Enrolment.objects.select_related("offering__course"), pk=pk)
    is_own = row.user_id == user.pk
    may_take_off = step == links.LEAVE and offering_permissions.can_manage(user, row.offering)
    demand(step in STEPS and (is_own or may_take_off))
    try:
        row = STEPS[step](row, by=user)
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _told(row) if is_own else _("Saved."))
    return redirect("training:my-training" if is_own else row.offering)


def request_list(request: HttpRequest) -> HttpResponse:
    """`?only=` shows one of them, however far down it stands; all when that one is decided."""
    return _requests(request)


def _requests(
    request: HttpRequest, status: int = 200, wrong: DecideForm | None = None, at: int = 0
) -> HttpResponse:
    asked = permissions.requests_for(person(request))
    asked = asked.select_related("user__unit", "offering__course")
    only, after = request.GET.get("only", ""), request.GET.get("after", "")
    if is_one := only.isdecimal() and asked.filter(pk=only).exists():
        asked, after = asked.filter(pk=only), ""
    page, form = pages.first(asked, "asked_at", after=after), DecideForm()
    context = {
        "rows": [(row, wrong if wrong and row.pk == at else form) for row in page.rows],
        "next": page.next,
        "after": after,
        "only": only if is_one else "",
        "refused": wrong,
    }
    return render(request, "training/enrolment/request_list.html", context, status=status)


@require_POST
def enrolment_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user, form = person(request), DecideForm(request.POST)
    row = get_object_or_404(permissions.decided_by(user), pk=pk)
    if not form.is_valid():
        return _requests(request, 422, form, pk)
    try:
        if form.cleaned_data["answer"] == "approve":
            enrolment.approve(row, by=user)
        else:
            enrolment.refuse(row, by=user, reason=form.cleaned_data["reason"])
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Decided. Your colleague gets a mail."))
    return redirect("training:request-list")


def my_training(request: HttpRequest) -> HttpResponse:
    user = person(request)
    feed = calendars.feed_of(user)
    path = reverse("training:calendar-feed", args=[feed.key])
    context = {
        "groups": mine.groups(user, now()),
        "sessions": mine.coming(user, now()),
        "feed": feed,
        "feed_address": (address := settings.SITE_URL.rstrip("/") + path),
        "feed_link": "webcal://" + address.partition("://")[2],
        "to_decide": permissions.requests_for(user).count(),
    }
    return render(request, "training/enrolment/my_training.html", context)


@require_POST
def feed_renew(request: HttpRequest) -> HttpResponse:
    calendars.new_address(person(request))
    messages.success(request, _("This is your new address. The old one stopped working."))
    return redirect("training:my-training")


@login_not_required
def enrolment_answer(request: HttpRequest, token: str) -> HttpResponse:
    """By a link in a mail, without signing in: looking changes nothing, the button does."""
    answer = _read(request, token)
    row = answer.enrolment
    context: dict[str, Any] = {
        "row": row,
        "step": answer.step,
        "sessions": row.offering.sessions.going_on(),
        "college": Institution.objects.current().name,
        "is_possible": _is_possible(answer),
    }
    if request.method == "POST":
        context |= _answered(answer)
    return render(request, "training/enrolment/answer.html", context)


def _read(request: HttpRequest, token: str) -> links.Answer:
    """What the link says, in the language of the person unless the browser chose another."""
    answer = links.read(token)
    if answer is None:
        raise Http404
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(answer.enrolment.user.language)
    return answer


def _answered(answer: links.Answer) -> dict[str, str]:
    try:
        return {"done": _told(STEPS[answer.step](answer.enrolment))}
    except refusals.Refusal as refusal:
        return {"refusal": str(refusal)}


def _is_possible(answer: links.Answer) -> bool:
    row = answer.enrolment
    return row.is_active if answer.step == links.LEAVE else row.state == Enrolment.State.OFFERED


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """For the calendar program of one person; the address is the secret."""
    feed = calendars.by_key(key)
    if feed is None:
        raise Http404
    response = HttpResponse(calendars.feed(feed.user), "text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="training.ics"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, max_age=FEED_FRESH)
    return response
