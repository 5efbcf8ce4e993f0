"""Answering: the draft with its preview, sending, and what may happen to a reply afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from monitoring.models import Mention
from people.models import User
from webcare import permissions, tasks
from webcare.domain import desk, replies, tickets, training_needs
from webcare.forms import ReplyForm
from webcare.models import Reply, Ticket
from webcare.views import pane


@require_POST
def reply_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is being written, and show how it will look and whether it fits."""
    user = cast(User, request.user)
    ticket = pane.workable(user, pk)
    # A NUL comes along with some pastes; it cannot be stored, and sending refuses it in words.
    text = request.POST.get("text", "")[:10_000].replace("\0", "")
    desk.save_draft(ticket, user, text)
    desk.look_in(ticket, user, is_typing=bool(text.strip()))
    mention = _mention(ticket, request.POST.get("mention"))
    limits = replies.limits(mention)
    length = replies.measure(mention, text)
    context = {"text": text, "limits": limits, "length": length, "mention": mention}
    return render(request, "webcare/_preview.html", context)


@require_POST
def reply_write(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the answer in the outbox; when it cannot go, say why and keep every word."""
    user = cast(User, request.user)
    ticket = pane.workable(user, pk)
    form = ReplyForm(request.POST, auto_id="reply_%s")
    if not form.is_valid():
        return pane.answer(request, ticket, status=422, reply_form=form)
    data = form.cleaned_data
    try:
        reply = replies.write(
            ticket,
            mention=_mention(ticket, data["mention"]),
            text=data["text"],
            by=user,
            form_key=data["form_key"],
            seen_revision=data["seen_revision"],
            anyway=data["anyway"],
        )
    except tickets.Refusal as refusal:
        desk.save_draft(ticket, user, data["text"])
        training_needs.note_stopped(ticket, refusal)
        ticket.refresh_from_db()
        return pane.answer(request, ticket, status=409, **_stopped(request, form, refusal))
    if reply.state == Reply.State.AWAITING:
        messages.success(request, _("A colleague looks at your answer before it goes out."))
    else:
        tasks.send_soon()
    return pane.answer(request, pane.visible(user, pk))


def _stopped(request: HttpRequest, form: ReplyForm, refusal: tickets.Refusal) -> dict[str, Any]:
    """The same words in a form that can be sent, with what its writer has to know first."""
    data = form.data.copy()  # type: ignore[attr-defined]
    if isinstance(refusal, replies.UnseenChange):
        data["seen_revision"] = str(refusal.revision)
        return {"reply_form": ReplyForm(data, auto_id="reply_%s"), "unseen": refusal}
    data["form_key"] = str(uuid.uuid4())  # the other one may be used up
    again = ReplyForm(data, auto_id="reply_%s")
    if isinstance(refusal, replies.TooLong):
        again.add_error("text", str(refusal))
    else:
        messages.warning(request, str(refusal))
    return {"reply_form": again}


def _withdraw(reply: Reply, user: User, data: Any) -> str:
    replies.withdraw(reply, by=user)
    return _("Taken back: your text is a draft again.")


def _approve(reply: Reply, user: User, data: Any) -> str:
    if not permissions.can_approve(user, reply):
        raise PermissionDenied
    replies.approve(reply, by=user)
    tasks.send_soon()
    return _("Approved: the answer goes out.")


def _refuse(reply: Reply, user: User, data: Any) -> str:
    if not permissions.can_approve(user, reply):
        raise PermissionDenied
    replies.refuse(reply, by=user, reason=data.get("reason", ""))
    return _("The writer was asked to change it.")


def _found(reply: Reply, user: User, data: Any) -> str:
    replies.settle(reply, by=user, was_sent=True)
    return _("Written down as sent.")


def _not_found(reply: Reply, user: User, data: Any) -> str:
    replies.settle(reply, by=user, was_sent=False)
    return _("Written down as not sent.")


def _resend(reply: Reply, user: User, data: Any) -> str:
    replies.resend(reply, by=user)
    tasks.send_soon()
    return _("It goes out again.")


STEPS: dict[str, Callable[[Reply, User, Any], str]] = {
    "withdraw": _withdraw,
    "approve": _approve,
    "refuse": _refuse,
    "found": _found,
    "not-found": _not_found,
    "resend": _resend,
}


@require_POST
def reply_step(request: HttpRequest, pk: int, reply_pk: int, name: str) -> HttpResponse:
    """Something that happens to a reply after it was written."""
    user = cast(User, request.user)
    ticket = pane.workable(user, pk)
    reply = get_object_or_404(ticket.replies.select_related("ticket__team"), pk=reply_pk)
    if name not in STEPS:
        raise Http404
    if name == "withdraw" and not permissions.can_withdraw(user, reply):
        raise PermissionDenied
    try:
        messages.success(request, STEPS[name](reply, user, request.POST))
    except tickets.Refusal as refusal:
        messages.warning(request, str(refusal))
        return pane.answer(request, pane.visible(user, pk), status=409)
    return pane.answer(request, pane.visible(user, pk))


def _mention(ticket: Ticket, pk: object) -> Mention:
    """The mention that is answered: one of this ticket and no other."""
    if not str(pk).isdecimal():
        raise Http404
    return get_object_or_404(
        Mention.objects.select_related("source__channel"),
        pk=int(str(pk)),
        ticket_message__ticket=ticket,
    )
