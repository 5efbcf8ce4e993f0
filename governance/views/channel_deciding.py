"""Deciding on channels, and leaving one decently."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content.channels import CLOSING_STEPS
from governance.domain import channel_closing, channels
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.channels import ClosingForm, DecisionForm, StepForm
from governance.models import ChannelChoice, ClosingStep
from governance.permissions import channels as permissions
from governance.views.channels import choice_of
from people.models import User

Allows = Callable[[User, ChannelChoice], bool]


def choice_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what speaks against it, and write down what is decided and why."""
    user, choice = _allowed(request, pk, permissions.can_decide)
    against = channels.objections(choice)
    form = DecisionForm(request.POST or None, choice=choice, objects=bool(against))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            decided = channels.decide(choice, by=user, **form.cleaned_data)
        except ChangedMeanwhile as other:
            form = _again(request, other.current, bool(against))
            status = 409
        except (channels.NeedsReason, channels.WrongState):
            _tell(request)
            return redirect("governance:choice-decide", pk)
        else:
            messages.success(
                request, _("%(channel)s: the decision is kept.") % {"channel": decided}
            )
            return redirect(decided)
    context = {
        "choice": choice_of(pk), "form": form, "objections": against,
        "was_changed": status == 409,
    }  # fmt: skip
    return render(request, "governance/channels/decide.html", context, status=status)


def _again(request: HttpRequest, current: ChannelChoice, objects: bool) -> DecisionForm:
    """The form as it was sent, against what stands now."""
    data = request.POST.copy()
    data["edition"] = str(current.edition)
    return DecisionForm(data, choice=current, objects=objects)


@require_POST
def choice_reconsider(request: HttpRequest, pk: int) -> HttpResponse:
    user, choice = _allowed(request, pk, permissions.can_reconsider)
    _try(request, lambda: channels.reconsider(choice, edition=_edition(request), by=user))
    return redirect(choice)


def closing_start(request: HttpRequest, pk: int) -> HttpResponse:
    user, choice = _allowed(request, pk, permissions.can_start_closing)
    form = ClosingForm(request.POST or None, initial={"edition": choice.edition})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(channel_closing.start(choice, by=user, **form.cleaned_data))
        except (ChangedMeanwhile, channels.WrongState):
            _tell(request)
            current = choice_of(pk)
            if not permissions.can_start_closing(user, current):
                return redirect(current)
            data = request.POST.copy()
            data["edition"] = str(current.edition)
            form, status = ClosingForm(data), 409  # what was written stays
    context = {"choice": choice, "form": form, "steps": CLOSING_STEPS}
    return render(request, "governance/channels/close.html", context, status=status)


@require_POST
def closing_step(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """A step is done, skipped with a note, or open again."""
    user, choice = _allowed(request, pk, permissions.can_do_steps)
    if code not in channel_closing.STEP_CODES:
        raise Http404
    form = StepForm(request.POST)
    if not form.is_valid():
        for error in form.errors.get("note", []):
            messages.error(request, str(error))
    else:
        is_done, note = form.cleaned_data["outcome"] == "done", form.cleaned_data["note"]
        try:
            _try(
                request,
                lambda: channel_closing.settle(choice, code, is_done=is_done, note=note, by=user),
            )
        except channel_closing.SettledBefore as first:
            _tell_first(request, first.row, note)
    return redirect(f"{reverse('governance:choice-detail', args=[pk])}#{code}")


@require_POST
def closing_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Close for good (`step` is "finish"), or stay after all."""
    user, choice = _allowed(request, pk, permissions.can_finish)
    end = channel_closing.finish if request.POST.get("step") == "finish" else channel_closing.keep
    _try(request, lambda: end(choice, edition=_edition(request), by=user))
    return redirect(choice)


def _try(request: HttpRequest, change: Callable[[], object]) -> None:
    """Make a change, and tell in words when it cannot be made (any more)."""
    try:
        change()
    except (ChangedMeanwhile, channels.WrongState):
        _tell(request)
    except channel_closing.NotReady:
        messages.error(request, _("Not every step is done or skipped yet."))
    else:
        messages.success(request, _("Saved."))


def _tell(request: HttpRequest) -> None:
    messages.warning(
        request, _("Somebody else changed this channel in the meantime. Look and try again.")
    )


def _tell_first(request: HttpRequest, row: ClosingStep, note: str) -> None:
    """Who was first with a step and what they wrote; one's own words are shown, not lost."""
    told = {"name": row.done_by or "–", "theirs": row.note or "–", "mine": note or "–"}
    messages.warning(
        request,
        _(
            "%(name)s was first with this step and wrote: %(theirs)s. You wrote: %(mine)s. Open "
            "the step again if it has to be different."
        )
        % told,
    )


def _edition(request: HttpRequest) -> int:
    seen = request.POST.get("edition", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0


def _allowed(request: HttpRequest, pk: int, allows: Allows) -> tuple[User, ChannelChoice]:
    user, choice = cast(User, request.user), choice_of(pk)
    if not allows(user, choice):
        raise PermissionDenied
    return user, choice
