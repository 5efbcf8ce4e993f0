"""What the facilitator does with proposals, and the top five that comes of them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from governance.domain.workshops import proposals, topfive
from governance.domain.workshops.refusals import Refusal
from governance.forms.workshops import OwnerForm, ProposalForm
from governance.models import Proposal, Workshop
from governance.views.workshops.access import led, person
from governance.views.workshops.telling import tell


@require_POST
def proposal_add(request: HttpRequest, pk: int) -> HttpResponse:
    workshop, form = led(request, pk), ProposalForm(request.POST)
    if not form.is_valid():
        return _refused(request, workshop, form)
    text = form.cleaned_data["text"]
    return _done(request, workshop, lambda: proposals.add(workshop, text=text, by=person(request)))


@require_POST
def proposal_reword(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    workshop = led(request, pk)
    stands, form = _proposal(workshop, proposal), ProposalForm(request.POST)
    if not form.is_valid():
        return _refused(request, workshop, form)
    words = {name: form.cleaned_data[name] for name in ("seen", "text")}
    return _done(request, workshop, lambda: proposals.reword(stands, by=person(request), **words))


@require_POST
def proposal_merge(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    """Take it together with the proposal `into`."""
    workshop = led(request, pk)
    into = request.POST.get("into", "")
    if not into.isdecimal():
        return redirect("governance:workshop-run", pk)
    one, other = _proposal(workshop, proposal), _proposal(workshop, int(into))
    return _done(request, workshop, lambda: proposals.merge(one, other, by=person(request)))


@require_POST
def proposal_hide(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    """Off the screens; with `again`, back on them."""
    workshop = led(request, pk)
    change = proposals.show_again if request.POST.get("again") else proposals.hide
    stands = _proposal(workshop, proposal)
    return _done(request, workshop, lambda: change(stands, by=person(request)))


@require_POST
def proposal_place(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    """Another place in the top five; without a place it leaves the list."""
    workshop = led(request, pk)
    wanted = request.POST.get("place", "")
    place = int(wanted) if wanted.isdecimal() else None
    stands = _proposal(workshop, proposal)
    return _done(request, workshop, lambda: topfive.place(stands, place, by=person(request)))


@require_POST
def proposal_owner(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    workshop, form = led(request, pk), OwnerForm(request.POST)
    stands = _proposal(workshop, proposal)
    if not form.is_valid():
        messages.error(request, str(form.errors["owner"][0]))
        return redirect("governance:workshop-run", workshop.pk)
    owner = form.cleaned_data["owner"]
    return _done(request, workshop, lambda: topfive.give_owner(stands, owner, by=person(request)))


@require_POST
def goals_make(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = led(request, pk)
    try:
        made = len(topfive.make_goals(workshop, by=person(request)))
    except Refusal as refusal:
        tell(request, refusal)
        return redirect("governance:workshop-run", pk)
    text = ngettext(
        "%(count)d goal is made, as a draft.", "%(count)d goals are made, as drafts.", made
    )
    messages.success(request, text % {"count": made})
    return redirect("governance:workshop-run", pk)


def _proposal(workshop: Workshop, pk: int) -> Proposal:
    return get_object_or_404(workshop.proposals.select_related("workshop"), pk=pk)


def _refused(request: HttpRequest, workshop: Workshop, form: ProposalForm) -> HttpResponse:
    messages.error(request, str(form.errors["text"][0]))
    return redirect("governance:workshop-run", workshop.pk)


def _done(request: HttpRequest, workshop: Workshop, change: Callable[[], object]) -> HttpResponse:
    try:
        change()
    except Refusal as refusal:
        tell(request, refusal)
    return redirect("governance:workshop-run", workshop.pk)
