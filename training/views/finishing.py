"""The end of an offering: who gets a certificate, who not and why, and stragglers afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import audit
from governance.views.doors import demand, person
from training.domain import certificates, completion
from training.models import Enrolment, Offering
from training.permissions.offerings import can_manage

HISTORY_SHOWN = 20


def offering_finish(request: HttpRequest, pk: int) -> HttpResponse:
    """A look beforehand, and the button."""
    offering = get_object_or_404(Offering.objects.select_related("course"), pk=pk)
    demand(can_manage(person(request), offering))
    if request.method == "POST":
        return _finish(request, offering)
    found = completion.verdicts(offering)
    context = {
        "offering": offering,
        "verdicts": found,
        "passing": [one for one in found if one.passes and not one.certificate],
        "unsaid": completion.unsaid(offering, found),
        "sessions": offering.sessions.going_on(),
        "obstacle": completion.obstacle(offering),
        "is_finished": offering.awarded_at is not None,
        "history": audit.history(offering)[:HISTORY_SHOWN],
    }
    return render(request, "training/finishing/offering_finish.html", context)


def _finish(request: HttpRequest, offering: Offering) -> HttpResponse:
    try:
        made = completion.finish(offering, by=person(request))
    except completion.NotFinishable as refusal:
        messages.warning(request, refusal.words)
    else:
        text = ngettext(
            "Finished. %(number)d person gets word.",
            "Finished. %(number)d people get word.",
            len(made),
        )
        messages.success(request, text % {"number": len(made)})
    return redirect("training:offering-finish", offering.pk)


@require_POST
def enrolment_award(request: HttpRequest, pk: int) -> HttpResponse:
    """A straggler has it after all."""
    enrolment = _enrolment(request, pk)
    demand(enrolment.offering.awarded_at is not None)
    try:
        certificates.award(enrolment, by=person(request))
    except certificates.NotFinished:
        messages.warning(request, _("This person did not finish the course yet."))
    else:
        messages.success(request, _("Awarded. The person gets word."))
    return redirect("training:offering-finish", enrolment.offering_id)


@require_POST
def enrolment_assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """The assignment is good, or not good after all."""
    enrolment = _enrolment(request, pk)
    is_good = request.POST.get("good") == "yes"
    completion.approve_assignment(enrolment, is_good=is_good, by=person(request))
    return redirect("training:offering-finish", enrolment.offering_id)


def _enrolment(request: HttpRequest, pk: int) -> Enrolment:
    """Of an offering that this person runs."""
    found = Enrolment.objects.select_related("offering__course", "user")
    enrolment = get_object_or_404(found, pk=pk)
    demand(can_manage(person(request), enrolment.offering))
    return enrolment
