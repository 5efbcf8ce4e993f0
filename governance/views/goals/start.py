"""The guided start: where the college is on the way to a first vision, and the next step."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content.vision_questions import VISION_QUESTIONS
from governance.domain import library, vision_start, visions
from governance.forms.goals import StrategyForm
from governance.models import Domain
from governance.views.goals.access import writer

OFFERED = 3
"""So many goals of the library are proposed; the rest stands one click further."""


def vision_start_page(request: HttpRequest, domain: str = "") -> HttpResponse:
    writer(request)
    if domain and domain not in Domain.values:
        raise Http404
    start = vision_start.look(domain)
    chosen = start.chosen.domain.value if start.chosen else ""
    context = {
        "start": start,
        "steps": {step.code: step for step in start.steps},
        "questions": VISION_QUESTIONS.get(chosen, ()),
        "template": visions.template_of(chosen) if chosen else None,
        "offers": _untaken(chosen) if chosen else [],
        "strategy_form": StrategyForm(),
    }
    return render(request, "governance/goals/vision_start.html", context)


def _untaken(domain: str) -> list[library.Offer]:
    offers = library.offers(domain=domain)
    return [offer for offer in offers if offer.copy is None][:OFFERED]


@require_POST
def vision_write(request: HttpRequest, domain: str) -> HttpResponse:
    """Make the vision of a domain from its template, and start writing."""
    user = writer(request)
    if domain not in Domain.values:
        raise Http404
    draft = visions.write_from_template(Domain(domain), by=user)
    messages.success(request, _("This is the template. Write your own choices over the examples."))
    return redirect("governance:version-edit", draft.policy.slug, draft.number)
