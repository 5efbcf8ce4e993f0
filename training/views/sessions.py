"""Sessions of an offering: one more, at another time, not at all."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import meantime
from governance.views.doors import person
from training.domain import offerings, refusals
from training.forms.offerings import SessionForm
from training.models import Offering, Session
from training.views.offerings import managed

TEMPLATE = "training/offerings/session_edit.html"


def session_create(request: HttpRequest, pk: int) -> HttpResponse:
    offering = managed(request, pk)
    last = offering.sessions.going_on().last()
    start = {"place": last.place, "online_url": last.online_url} if last else {}
    form = SessionForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid() and not form.days_off:
        return _done(request, offering, offerings.add_session, form.filled(offering))
    return render(request, TEMPLATE, {"form": form, "offering": offering})


def session_edit(request: HttpRequest, pk: int) -> HttpResponse:
    session = _session(pk)
    offering = managed(request, session.offering_id)
    form = SessionForm(request.POST or None, instance=session)
    status = 200
    if request.method == "POST" and form.is_valid() and not form.days_off:
        seen, fresh = form.cleaned_data["seen"], _session(pk)
        try:
            return _done(
                request, offering, offerings.move_session, fresh, fields=form.values, seen=seen
            )
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
    context = {"form": form, "offering": offering, "session": _session(pk)}
    return render(request, TEMPLATE, context, status=status)


@require_POST
def session_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    session = _session(pk)
    offering = managed(request, session.offering_id)
    return _done(request, offering, offerings.cancel_session, session)


def _done(
    request: HttpRequest, offering: Offering, step: Any, session: Session, **given: Any
) -> HttpResponse:
    """Do it, say what came of it, and go back to the offering."""
    try:
        step(session, by=person(request), **given)
    except refusals.Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Saved. Who has a place gets a mail."))
    return redirect(offering)


def _session(pk: int) -> Session:
    return get_object_or_404(Session.objects.select_related("offering__course"), pk=pk)
