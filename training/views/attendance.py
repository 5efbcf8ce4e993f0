"""At the door: the list of the trainer, the screen with the code, and checking in on a phone."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import keyset
from core.clock import now
from governance.views.doors import demand, person
from training.domain import attendance, door
from training.forms.attendance import CheckInForm, GuestsForm, NoteForm
from training.models import Enrolment, Session
from training.permissions import attendance as permissions
from training.permissions import can_organise
from training.permissions.offerings import can_manage


def attendance_overview(request: HttpRequest) -> HttpResponse:
    """The sessions that somebody runs; whoever organises may look at those of others."""
    user = person(request)
    demand(permissions.can_run_something(user))
    shows_all = can_organise(user) and "all" in request.GET
    mine = Session.objects.all() if shows_all else permissions.sessions_run_by(user)
    found = attendance.counted(attendance.to_run(mine))
    page = keyset.newest(found, "starts_at", after=request.GET.get("after", ""), size=30)
    context = {
        "rows": [(one, door.state(one, now())) for one in page.rows],
        "next": page.next,
        "shows_all": shows_all,
        "can_organise": can_organise(user),
    }
    return render(request, "training/attendance/overview.html", context)


def attendance_list(request: HttpRequest, pk: int) -> HttpResponse:
    return _list(request, _session(request, pk))


def _list(
    request: HttpRequest, session: Session, form: GuestsForm | None = None, status: int = 200
) -> HttpResponse:
    lines = attendance.lines(session)
    context = {
        "session": session,
        "lines": lines,
        "tally": attendance.tally(lines),
        "door": door.state(session, now()),
        "form": form or GuestsForm(initial={"guests": session.guests}),
    }
    return render(request, "training/attendance/attendance_list.html", context, status=status)


@require_POST
def attendance_note(request: HttpRequest, pk: int, enrolment: int) -> HttpResponse:
    """One tap: present, absent, excused; the same tap again takes it back."""
    session = _session(request, pk)
    who = get_object_or_404(
        Enrolment.objects.select_related("user__unit"), pk=enrolment, offering=session.offering_id
    )
    form, trouble = NoteForm(request.POST), ""
    demand(form.is_valid())
    try:
        attendance.note(session, who, **form.cleaned_data, by=person(request))
    except attendance.NotedMeanwhile as other:
        trouble = _meanwhile(other)
    except attendance.TooEarly:
        trouble = _("The session is still to come: nobody can be present yet.")
    return _noted(request, session, who, trouble)


def _meanwhile(other: attendance.NotedMeanwhile) -> str:
    if other.current is None:
        return _("Somebody else took the note back just now. Tap again to note it.")
    told = {"name": other.current.noted_by, "state": other.current.get_state_display()}
    return _("%(name)s noted “%(state)s” just now. Tap again to change it.") % told


def _noted(
    request: HttpRequest, session: Session, enrolment: Enrolment, trouble: str
) -> HttpResponse:
    """The row as it stands now; without JavaScript the list, at this row."""
    if not request.headers.get("HX-Request"):
        if trouble:
            messages.warning(request, trouble)
        where = reverse("training:attendance-list", args=[session.pk])
        return redirect(f"{where}#enrolment-{enrolment.pk}")
    context = {
        "session": session,
        "line": attendance.line(session, enrolment),
        "tally": attendance.tally(attendance.lines(session)),
        "trouble": trouble,
        "is_fresh": True,
    }
    return render(request, "training/attendance/_line.html", context)


@require_POST
def attendance_rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody about whom nothing was said was there."""
    session = _session(request, pk)
    try:
        number = attendance.note_rest_present(session, by=person(request))
    except attendance.TooEarly:
        messages.warning(request, _("The session is still to come: nobody can be present yet."))
    else:
        text = ngettext("%(number)d person noted.", "%(number)d people noted.", number)
        messages.success(request, text % {"number": number})
    return redirect("training:attendance-list", pk)


@require_POST
def attendance_guests(request: HttpRequest, pk: int) -> HttpResponse:
    session, form = _session(request, pk), GuestsForm(request.POST)
    if not form.is_valid():
        return _list(request, session, form, status=422)
    attendance.count_guests(session, form.cleaned_data["guests"], by=person(request))
    messages.success(request, _("Saved."))
    return redirect("training:attendance-list", pk)


def check_in_screen(request: HttpRequest, pk: int) -> HttpResponse:
    """For the screen in the room: a code that changes, and how many are in."""
    session, at = _session(request, pk), now()
    code = door.code(session, at)
    address = request.build_absolute_uri(reverse("training:check-in", args=[pk]))
    people_in, places = attendance.presence(session)
    context = {
        "session": session,
        "door": door.state(session, at),
        "opens_at": door.opens_at(session),
        "code": code,
        "address": address,
        "scan": f"{address}?{urlencode({'code': code})}",
        "seconds": door.seconds_left(at),
        "people_in": people_in,
        "places": places,
    }
    return render(request, "training/attendance/screen.html", context)


def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the code leads: anybody who is signed in can try."""
    session = get_object_or_404(Session.objects.select_related("offering__course"), pk=pk)
    user, asked = person(request), {"code": request.GET.get("code", "")}
    form, status = CheckInForm(request.POST or None, initial=asked), HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            attendance.check_in(session, user, form.cleaned_data["code"])
        except attendance.Refused as refusal:
            form.add_error(None, refusal.words)
            status = refusal.status
        else:
            return redirect("training:check-in", pk)
    context = {
        "session": session,
        "form": form,
        "done": attendance.is_in(session, user),
        "sends_itself": bool(asked["code"]) and request.method == "GET",
        "door": door.state(session, now()),
        "opens_at": door.opens_at(session),
    }
    return render(request, "training/attendance/check_in.html", context, status=status)


def _session(request: HttpRequest, pk: int) -> Session:
    """A session that this person runs."""
    session = get_object_or_404(Session.objects.select_related("offering__course"), pk=pk)
    demand(can_manage(person(request), session.offering))
    return session
