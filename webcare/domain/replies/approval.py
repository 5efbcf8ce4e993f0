"""Four eyes: where the policy wants it, another person looks at an answer before it goes out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.clock import now
from people.models import User
from webcare.domain import desk, history
from webcare.domain.refusals import ReasonNeeded, Refusal
from webcare.domain.replies import articles
from webcare.domain.replies.writing import undo_until
from webcare.domain.tickets.row import changing
from webcare.domain.verbs import Verb
from webcare.models import Reply

State = Reply.State


class NotAwaiting(Refusal):
    sentence = _("This answer does not wait for approval any more.")


class OwnReply(Refusal):
    sentence = _("Somebody else must look at an answer that you wrote.")


def approve(reply: Reply, *, by: User) -> None:
    """Let an awaiting reply go out. Raises `OwnReply` or `NotAwaiting`.

    Who may approve at all stands in the permissions; that it is never the author, here.
    """
    if reply.author_id == by.pk:
        raise OwnReply
    at = now()
    with changing(reply.ticket):
        awaiting = Reply.objects.filter(pk=reply.pk, state=State.AWAITING)
        if not awaiting.update(
            state=State.QUEUED,
            next_attempt_at=undo_until(),
            approved_by=by,
            approved_at=at,
            updated_at=at,
        ):
            raise NotAwaiting
        reply.reload()
        history.record(Verb.APPROVED, reply.ticket, by=by, reply=reply.pk)


def refuse(reply: Reply, *, by: User, reason: str) -> None:
    """Ask the writer to change it; the text is their draft again. Raises `NotAwaiting`."""
    reason = reason.strip()
    if not reason:
        raise ReasonNeeded
    with changing(reply.ticket):
        awaiting = Reply.objects.filter(pk=reply.pk, state=State.AWAITING)
        if not awaiting.update(state=State.WITHDRAWN, refusal=reason[:300], updated_at=now()):
            raise NotAwaiting
        reply.reload()
        articles.uncount(reply)
        if reply.author:
            desk.give_back(reply.ticket, reply.author, reply.text)
        history.record(Verb.REFUSED, reply.ticket, by=by, reason=reason, reply=reply.pk)
