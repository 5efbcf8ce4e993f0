"""Channel choices: the matrix, one choice, changing it, scoring it, and the public page."""

from __future__ import annotations

from copy import copy
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import audit
from governance.content.channels import PLATFORM_FACTS
from governance.content.platforms import GONE, SUGGESTED, code_of, fact_of, gone_since
from governance.domain import (
    channel_closing,
    channel_hours,
    channel_matrix,
    channels,
    use,
)
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.channels import ChoiceForm, NewChoiceForm, ScoreForm
from governance.models import ChannelChoice, ChannelScore
from governance.permissions import channels as permissions
from governance.views.audiences import audience_of
from people.models import Institution, User

State = ChannelChoice.State


def choice_list(request: HttpRequest) -> HttpResponse:
    """The matrix of channels and audiences, with the hours they cost."""
    is_past = request.GET.get("show") == "past"
    user, hours = cast(User, request.user), channel_hours.total()
    context = {
        "matrix": channel_matrix.build(
            order=request.GET.get("sort", ""), is_past=is_past, reader=user
        ),
        "is_past": is_past,
        "hours": hours,
        "figure": None if is_past else channel_hours.figure(hours),
        "can_create": permissions.can_create(user),
    }
    return render(request, "governance/channels/list.html", context)


def choice_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, choice = cast(User, request.user), choice_of(pk)
    history = list(audit.history(choice)[:50])
    scores = choice.scores.select_related("audience").order_by("audience__position", "pk")
    context: dict[str, object] = {
        "choice": choice,
        "scores": scores,
        "goals": choice.goals.order_by("domain", "title")[:50],
        "fact": fact_of(choice.platform),
        "gone_since": gone_since(choice.platform),
        "history": history,
        "decision": next((entry for entry in history if entry.detail.get("despite")), None),
        **_may(user, choice),
    }
    if choice.state in {State.CLOSING, State.CLOSED}:
        context["checklist"] = channel_closing.checklist(choice)
    if choice.state == State.CLOSING:
        context["announcement"] = channel_closing.announcement(choice)
    return render(request, "governance/channels/detail.html", context)


def _may(user: User, choice: ChannelChoice) -> dict[str, bool]:
    return {
        "can_edit": permissions.can_edit(user, choice),
        "can_decide": permissions.can_decide(user, choice),
        "can_reconsider": permissions.can_reconsider(user, choice),
        "can_start_closing": permissions.can_start_closing(user, choice),
        "can_do_steps": permissions.can_do_steps(user, choice),
        "can_finish": permissions.can_finish(user, choice),
    }


def choice_create(request: HttpRequest) -> HttpResponse:
    """First which platform, then the rest with what we know of it."""
    user = cast(User, request.user)
    if not permissions.can_create(user):
        raise PermissionDenied
    platform = code_of(request.GET.get("platform", ""))[:40]
    if request.method != "POST" and not platform:
        context = {"facts": PLATFORM_FACTS, "gone": GONE}
        return render(request, "governance/channels/platform.html", context)
    new = ChannelChoice(
        platform=platform, owner=user, hours_per_week=channel_hours.suggested(platform)
    )
    form = NewChoiceForm(request.POST or None, instance=new, assigns=True)
    if request.method == "POST" and form.is_valid():
        return redirect(channels.create(by=user, fields=form.values))
    return render(
        request,
        "governance/channels/edit.html",
        {"form": form, "fact": fact_of(platform), "platforms": SUGGESTED},
    )


def choice_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, choice = _editor(request, pk)
    assigns = permissions.can_assign(user)
    stands = copy(choice)
    form = ChoiceForm(request.POST or None, instance=choice, assigns=assigns)
    # The form writes on its instance; the page goes on showing what stands.
    context = {"form": form, "choice": stands, "fact": fact_of(choice.platform)}
    context["platforms"] = SUGGESTED
    if request.method == "POST" and form.is_valid():
        try:
            edition = form.cleaned_data["edition"] or 0
            saved = channels.save(choice, edition=edition, by=user, fields=form.values)
        except ChangedMeanwhile as other:
            data = request.POST.copy()
            data["edition"] = str(other.current.edition)
            mine = ChoiceForm(data, instance=other.current, assigns=assigns)
            context |= {"form": mine, "meanwhile": choice_of(pk)}
            return render(request, "governance/channels/edit.html", context, status=409)
        messages.success(request, _("Saved."))
        return redirect(saved)
    return render(request, "governance/channels/edit.html", context)


def choice_score(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The three questions for one audience, beside what is known of it there."""
    user, choice = _editor(request, pk)
    audience = audience_of(code)
    stands = choice.scores.filter(audience=audience).first()
    score = stands or ChannelScore(choice=choice, audience=audience)
    form = ScoreForm(request.POST or None, instance=score, edition=choice.edition)
    context = {
        "form": form, "choice": choice, "audience": audience,
        "uses": use.about(audience, choice.platform), "fact": fact_of(choice.platform),
    }  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            edition = form.cleaned_data["edition"]
            channels.score(choice, audience, edition=edition, by=user, fields=form.values)
        except ChangedMeanwhile as other:
            return _score_collision(request, context, other.current)
        messages.success(request, _("The score is saved."))
        return redirect(choice)
    return render(request, "governance/channels/score.html", context)


def _score_collision(
    request: HttpRequest, context: dict[str, object], current: ChannelChoice
) -> HttpResponse:
    """Say what the other saved; one's own answers stay in the form."""
    data = request.POST.copy()
    data["edition"] = str(current.edition)
    audience = context["audience"]
    context |= {
        "form": ScoreForm(data, edition=current.edition),
        "meanwhile": current.scores.filter(audience=audience).first(),  # type: ignore[misc]
        "was_changed": True,
    }
    return render(request, "governance/channels/score.html", context, status=409)


@login_not_required
@require_safe
def our_channels(request: HttpRequest) -> HttpResponse:
    """Where people find the college, and why there: for everybody, also on paper."""
    scores = ChannelScore.objects.select_related("audience").order_by("audience__position")
    shown = ChannelChoice.objects.costing_time().prefetch_related(Prefetch("scores", scores))
    context = {
        "choices": sorted(shown, key=lambda choice: str(choice).casefold()),
        "college": Institution.objects.current().name,
    }
    return render(request, "governance/channels/our.html", context)


def choice_of(pk: int) -> ChannelChoice:
    return get_object_or_404(ChannelChoice.objects.select_related("owner", "decided_by"), pk=pk)


def _editor(request: HttpRequest, pk: int) -> tuple[User, ChannelChoice]:
    user, choice = cast(User, request.user), choice_of(pk)
    if not permissions.can_edit(user, choice):
        raise PermissionDenied
    return user, choice
