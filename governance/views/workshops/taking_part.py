"""The pages of a phone: in by a code, without a name, and on with what the room does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from governance.domain.workshops import codes, news, phones, spread
from governance.domain.workshops.refusals import Refusal
from governance.domain.workshops.screens import Phone
from governance.forms.workshops import CodeForm, ProposalForm, VoteForm
from governance.models import Participant, Workshop
from governance.views.workshops import door
from governance.views.workshops.telling import tell_phone


@login_not_required
def room_join(request: HttpRequest) -> HttpResponse:
    """Type the code of the screen."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("governance:room", codes.tidy(form.cleaned_data["code"]) or "-")
    return render(request, "governance/workshops/room_join.html", {"form": form})


@login_not_required
def room(request: HttpRequest, code: str) -> HttpResponse:
    """What the room does now; for who is not in yet, the door."""
    workshop, participant = _look_in(request, code)
    if workshop is None:
        return _no_entry(request, code)
    if workshop.closed_at:
        name = "_room_over" if getattr(request, "htmx", False) else "room_over"
        return render(request, f"governance/workshops/{name}.html", {"workshop": workshop})
    if participant is None:
        page = render(request, "governance/workshops/room_door.html", {"workshop": workshop})
        return door.give_key(request, page)
    return _room(request, workshop, participant)


def _look_in(request: HttpRequest, code: str) -> tuple[Workshop | None, Participant | None]:
    """The workshop with this code, and this phone in it.

    Who is in stays in; who is not and tried many wrong codes, finds no workshop at all.
    """
    workshop = Workshop.objects.filter(code=codes.tidy(code)).first()
    participant = phones.find(workshop, door.key_of(request)) if workshop else None
    if participant is None and door.is_barred(request):
        return None, None
    if workshop is None:
        door.wrong_code(request)
    return workshop, participant


def _room(request: HttpRequest, workshop: Workshop, participant: Participant) -> HttpResponse:
    name = "_room" if getattr(request, "htmx", False) else "room"
    context = {
        "workshop": workshop,
        "phone": Phone(workshop, participant),
        "levels": list(spread.LABELS.items()),
        "news_url": reverse("governance:room-news", args=[news.token(workshop)]),
        "form": ProposalForm(),
    }
    return render(request, f"governance/workshops/{name}.html", context)


def _no_entry(request: HttpRequest, code: str) -> HttpResponse:
    is_barred = door.is_barred(request)
    form = CodeForm({"code": code[:12]})
    form.add_error(
        "code",
        _("Too many wrong codes. Wait ten minutes.")
        if is_barred
        else _("There is no workshop with this code. Look at the screen again."),
    )
    page = {"form": form}
    status = 429 if is_barred else 404
    return render(request, "governance/workshops/room_join.html", page, status=status)


@login_not_required
@require_POST
def room_enter(request: HttpRequest, code: str) -> HttpResponse:
    """Come in. Pressed twice is one participant: the key came with the page before."""
    workshop, _participant = _look_in(request, code)
    if workshop is None:
        return _no_entry(request, code)
    key = door.key_of(request)
    if not key:
        messages.warning(request, _("Your browser must keep a cookie to take part. Try again."))
        return redirect("governance:room", workshop.code)
    try:
        phones.join(workshop, key)
    except Refusal as refusal:
        tell_phone(request, refusal)
    return redirect("governance:room", workshop.code)


@login_not_required
@require_POST
def room_vote(request: HttpRequest, code: str) -> HttpResponse:
    workshop, participant = _inside(request, code)
    form = VoteForm(request.POST, workshop=workshop)
    if not form.is_valid():
        return redirect("governance:room", workshop.code)
    vote: dict[str, Any] = form.cleaned_data
    back = f"#question-{vote['statement'].pk}"
    return _done(request, workshop, lambda: phones.vote(participant, **vote), back)


@login_not_required
@require_POST
def room_propose(request: HttpRequest, code: str) -> HttpResponse:
    workshop, participant = _inside(request, code)
    form = ProposalForm(request.POST)
    if not form.is_valid():
        return redirect("governance:room", workshop.code)
    text = form.cleaned_data["text"]
    return _done(request, workshop, lambda: phones.propose(participant, text))


@login_not_required
@require_POST
def room_choose(request: HttpRequest, code: str) -> HttpResponse:
    """Give a choice to a proposal (`wanted`), or take it back."""
    workshop, participant = _inside(request, code)
    wanted, pk = request.POST.get("wanted") == "1", request.POST.get("proposal", "")
    proposal = get_object_or_404(workshop.proposals, pk=pk if pk.isdecimal() else 0)
    return _done(request, workshop, lambda: phones.choose(participant, proposal, wanted=wanted))


@login_not_required
@require_GET
def room_news(request: HttpRequest, token: str) -> JsonResponse:
    """Numbers only: a screen that sees another number asks for its page again."""
    found = news.read(token)
    return JsonResponse(found or {"gone": True}, status=200 if found else 404)


def _inside(request: HttpRequest, code: str) -> tuple[Workshop, Participant]:
    """The workshop and this phone in it. Without a key nobody learns whether a code exists."""
    participants = Participant.objects.select_related("workshop")
    workshop = get_object_or_404(Workshop, code=codes.tidy(code))
    digest = phones.digest(workshop, door.key_of(request))
    return workshop, get_object_or_404(participants, key_digest=digest)


def _done(
    request: HttpRequest, workshop: Workshop, step: Callable[[], object], back: str = ""
) -> HttpResponse:
    try:
        step()
    except Refusal as refusal:
        tell_phone(request, refusal)
    return redirect(reverse("governance:room", args=[workshop.code]) + back)
