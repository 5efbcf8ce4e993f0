"""The facilitator's screen: what the room sees, and the strip to lead it with."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain.workshops import minutes, news, room, steps
from governance.domain.workshops.refusals import ChangedMeanwhile, Refusal
from governance.domain.workshops.screens import Stage
from governance.forms import workshops as forms
from governance.models import Workshop
from governance.views.workshops.access import led, person
from governance.views.workshops.telling import tell

PLACES = range(1, 6)
Step = Workshop.Step


def workshop_run(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole screen; for htmx only what changes on it."""
    workshop = led(request, pk)
    if workshop.closed_at and not getattr(request, "htmx", False):
        return redirect(workshop)
    name = "_stage" if getattr(request, "htmx", False) else "workshop_run"
    return render(request, f"governance/workshops/{name}.html", _screen(request, workshop))


def _screen(request: HttpRequest, workshop: Workshop) -> dict[str, object]:
    stage = Stage(workshop)
    signed = news.token(workshop)
    shown = stage.shown_spread if workshop.step == Step.DISCUSS else None
    return {
        "workshop": workshop,
        "stage": stage,
        "steps": steps.five(workshop.step),
        "number": steps.NUMBERS.get(Step(workshop.step)),
        "after": steps.after(workshop.step),
        "before": steps.before(workshop.step),
        "news": news.read(signed),
        "news_url": reverse("governance:room-news", args=[signed]),
        "join_url": request.build_absolute_uri(reverse("governance:room", args=[workshop.code])),
        "join_address": f"{request.get_host()}{reverse('governance:room-join')}",
        "figure": minutes.chart_of(shown) if shown and shown.total else None,
        "five": forms.owner_forms(stage.top_five) if workshop.step == Step.TOP_FIVE else [],
        "places": PLACES,
    }


@require_POST
def workshop_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to the step `to`, as seen from the step `seen`; with a statement, that one is shown."""
    workshop = led(request, pk)
    chosen = request.POST.get("statement", "")
    statement = workshop.statements.filter(pk=chosen).first() if chosen.isdecimal() else None
    seen, to = request.POST.get("seen", ""), request.POST.get("to", "")
    try:
        room.move(workshop, seen=seen, to=to, by=person(request), statement=statement)
    except Refusal as refusal:
        tell(request, refusal)
    return redirect("governance:workshop-run", pk)


@require_POST
def workshop_show(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement on the screens, or all at once."""
    workshop = led(request, pk)
    chosen = request.POST.get("statement", "")
    statement = get_object_or_404(workshop.statements, pk=chosen) if chosen.isdecimal() else None
    try:
        room.show(workshop, statement, by=person(request))
    except Refusal as refusal:
        tell(request, refusal)
    return redirect("governance:workshop-run", pk)


@require_POST
def workshop_note(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    """What was said; when somebody else wrote too, both texts stand in the field."""
    workshop, form = led(request, pk), forms.NoteForm(request.POST)
    about = get_object_or_404(workshop.statements.select_related("workshop"), pk=statement)
    if form.is_valid():
        text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
        try:
            room.note(about, seen=seen, text=text, by=person(request))
        except ChangedMeanwhile as other:
            together = f"{other.text}\n\n{text}"
            room.note(about, seen=other.text, text=together, by=person(request))
            messages.warning(
                request, _("Somebody else wrote as well: both texts stand below each other.")
            )
        except Refusal as refusal:
            tell(request, refusal)
    else:
        messages.error(request, str(form.errors["text"][0]))
    return redirect("governance:workshop-run", pk)


@require_POST
def workshop_close(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = led(request, pk)
    try:
        room.close(workshop, by=person(request))
    except Refusal as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The workshop is closed. Thank you for leading it."))
    return redirect(workshop)
