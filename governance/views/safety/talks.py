"""Conversations about tools after figure 5."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, downloads, keyset, pdf
from governance.content.safety import FIGURE_5_SOURCE, PRIVACY_QUADRANTS
from governance.domain import meantime, safety_papers, talks
from governance.forms.safety import TalkForm
from governance.models import ToolTalk
from governance.permissions import safety as permissions
from governance.views.doors import demand, person, today

DRAWN = 20
HISTORY_SHOWN = 20


def talk_list(request: HttpRequest) -> HttpResponse:
    found = ToolTalk.objects.select_related("owner")
    page = keyset.newest(found, "held_on", after=request.GET.get("after", ""))
    shown = page.rows[:DRAWN]
    context = {
        "talks": page.rows,
        "next": page.next,
        "figure": talks.figure(shown) if shown else None,
        "is_cut": len(page.rows) > DRAWN,
        "source": FIGURE_5_SOURCE,
        "quadrants": PRIVACY_QUADRANTS,
    }
    return render(request, "governance/talks/talk_list.html", context)


def talk_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, talk = person(request), _talk(pk)
    seen = permissions.assessments_seen_by(user)
    context = {
        "talk": talk,
        "quadrant": talks.corner(talk.to_hide, talk.trust),
        "figure": talks.figure([talk]),
        "answers": talks.answered(talk),
        "assessments": seen.filter(talk=talk).order_by("-pk"),
        "can_change": permissions.can_change_talk(user, talk),
        "history": audit.history(talk)[:HISTORY_SHOWN],
        "source": FIGURE_5_SOURCE,
    }
    return render(request, "governance/talks/talk_detail.html", context)


def talk_create(request: HttpRequest) -> HttpResponse:
    day = today()
    return _edit(request, ToolTalk(held_on=day, review_date=talks.year_after(day)))


def talk_edit(request: HttpRequest, pk: int) -> HttpResponse:
    talk = _talk(pk)
    demand(permissions.can_change_talk(person(request), talk))
    return _edit(request, talk)


def _edit(request: HttpRequest, talk: ToolTalk) -> HttpResponse:
    form = TalkForm(request.POST or None, instance=talk)
    context, status = {"form": form, "talk": talk}, 200
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            saved = talks.write(form.save(commit=False), by=person(request), seen=seen)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("The conversation is saved."))
            return redirect(saved)
    return render(request, "governance/talks/talk_edit.html", context, status=status)


@require_POST
def talk_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user, talk = person(request), _talk(pk)
    demand(permissions.can_change_talk(user, talk))
    talks.remove(talk, by=user)
    messages.success(request, _("The conversation is deleted."))
    return redirect("governance:talk-list")


@require_POST
def talk_assess(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a privacy assessment of this tool, or go on with the one under way."""
    user, talk = person(request), _talk(pk)
    demand(permissions.can_change_talk(user, talk))
    started = talks.start_assessment(talk, by=user)
    return redirect("governance:assessment-edit", started.pk)


def talk_card(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The card on paper: filled in, or empty to write on."""
    language: Any = (get_language() or "nl")[:2]
    talk = _talk(pk) if pk else None
    made = pdf.render(safety_papers.card(talk, language))
    return downloads.pdf_file(made, "conversation-card.pdf")


def _talk(pk: int) -> ToolTalk:
    return get_object_or_404(ToolTalk.objects.select_related("owner"), pk=pk)
