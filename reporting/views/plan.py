"""The plan of ten: the board, and a note on one tip."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.clock import now
from governance.content.plan_of_ten import SOURCE, TIPS
from governance.domain import plan
from governance.forms.plan import TipNoteForm
from governance.models import TipNote
from people.models import User
from reporting import permissions
from reporting.domain import facts, planboard


def plan_board(request: HttpRequest) -> HttpResponse:
    _reader(request)
    cards = planboard.board(facts.collect(now()))
    context = {"cards": cards, "settled": planboard.count_settled(cards), "source": SOURCE}
    return render(request, "reporting/plan.html", context)


def tip_note(request: HttpRequest, number: int) -> HttpResponse:
    """Write what we say ourselves about one tip."""
    user = _reader(request)
    tip = next((tip for tip in TIPS if tip.number == number), None)
    if tip is None:
        raise Http404
    form = TipNoteForm(request.POST or None, instance=TipNote.objects.filter(number=number).first())
    if request.method == "POST" and form.is_valid():
        plan.write_note(number, **form.cleaned_data, by=user)
        messages.success(request, _("Saved."))
        return redirect("reporting:plan")
    return render(request, "reporting/tip_note.html", {"tip": tip, "form": form})


def _reader(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_see_reports(user):
        raise PermissionDenied
    return user
