"""The ticket: looking at it, and every step that one click or key takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_stubs_ext import StrOrPromise

from core.clock import now
from people.models import User
from webcare import forms
from webcare.domain import desk, tickets
from webcare.models import Correction, Ticket
from webcare.views import pane

Data = dict[str, Any]

LEARNED = _("Kept: the next training learns from it.")


@dataclass(frozen=True, slots=True)
class Step:
    """Something a person can do with a ticket: its input, the one domain call, and the word.

    A call that answers with a correction taught the router something, which is told too.
    """

    run: Callable[[Ticket, User, Data], object]
    done: StrOrPromise
    form: type[django_forms.Form] = django_forms.Form


STEPS: dict[str, Step] = {
    "claim": Step(lambda t, u, d: tickets.claim(t, by=u), _("It is yours.")),
    "take-over": Step(
        lambda t, u, d: tickets.take_over(t, by=u, reason=d["reason"]),
        _("You took it over."),
        forms.ReasonForm,
    ),
    "release": Step(lambda t, u, d: tickets.release(t, by=u), _("It is back in the queue.")),
    "reroute": Step(
        lambda t, u, d: tickets.reroute(t, to=d["to"], by=u, reason=d["reason"]),
        _("Moved."),
        forms.RerouteForm,
    ),
    "belongs": Step(
        lambda t, u, d: tickets.reroute(t, to=d["to"], by=u),
        _("Moved."),
        forms.TeamForm,
    ),
    "confirm": Step(lambda t, u, d: tickets.confirm(t, by=u), _("It stays here.")),
    "close": Step(
        lambda t, u, d: tickets.close(t, by=u, outcome=d["outcome"]),
        _("Closed."),
        forms.CloseForm,
    ),
    "reopen": Step(lambda t, u, d: tickets.reopen(t, by=u), _("Open again.")),
    "wait": Step(lambda t, u, d: tickets.wait(t, by=u), _("It waits for an answer.")),
    "undo": Step(lambda t, u, d: tickets.undo(t, by=u), _("Undone.")),
    "note": Step(
        lambda t, u, d: tickets.add_note(t, by=u, text=d["text"]),
        _("Your note is there for your colleagues."),
        forms.NoteForm,
    ),
    "priority": Step(
        lambda t, u, d: tickets.set_priority(t, to=d["to"], by=u),
        _("The priority is changed."),
        forms.PriorityForm,
    ),
    "category": Step(
        lambda t, u, d: tickets.set_category(t, to=d["to"], by=u),
        _("The category is changed."),
        forms.CategoryForm,
    ),
    "correct": Step(
        lambda t, u, d: tickets.correct(t, kind=d["kind"], after=d["after"], by=u),
        _("Corrected."),
        forms.CorrectionForm,
    ),
}


def ticket_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a ticket; only its pane when the inbox asks."""
    user = cast(User, request.user)
    ticket = pane.visible(user, pk)
    desk.look_in(ticket, user)
    context = pane.context_of(user, ticket)
    is_pane = request.headers.get("HX-Target") == "ticket"
    template = "webcare/_ticket.html" if is_pane else "webcare/ticket_detail.html"
    return render(request, template, context)


@require_POST
def ticket_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Take one step of the table above, and show the ticket as it is then."""
    step = STEPS.get(name)
    if step is None:
        raise Http404
    user = cast(User, request.user)
    ticket = pane.undoable(user, pk) if name == "undo" else pane.workable(user, pk)
    form = step.form(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return pane.answer(request, ticket, status=422)
    try:
        kept = step.run(ticket, user, form.cleaned_data)
    except tickets.Refusal as refusal:
        messages.warning(request, str(refusal))
        ticket.refresh_from_db()
        return pane.answer(request, ticket, status=409)
    learned = [str(LEARNED)] if isinstance(kept, Correction) else []
    messages.success(request, " ".join([str(step.done), *learned]))
    return pane.answer(request, ticket)


@require_POST
def ticket_presence(request: HttpRequest, pk: int) -> HttpResponse:
    """This person has the ticket open (and `typing`); answers who holds it, and who else looks."""
    user = cast(User, request.user)
    ticket = pane.visible(user, pk)
    if request.POST.get("leaves"):
        desk.leave(ticket, user)
        return HttpResponse(status=204)
    desk.look_in(ticket, user, is_typing=bool(request.POST.get("typing")))
    others = desk.present([ticket.pk], now(), besides=user).get(ticket.pk, [])
    context = {"others": others, "ticket": ticket, "is_mine": ticket.owner_id == user.pk}
    return render(request, "webcare/_presence.html", context)
