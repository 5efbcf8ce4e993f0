"""The ticket as everybody sees it: the page, and the pane beside the list."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.clock import now
from governance.domain.mandates import is_asked
from governance.models.routing import Priority, Sentiment
from monitoring.models import Mention
from people.models import User
from training.domain import mandates
from webcare import permissions
from webcare.domain import conversation, desk, history, queries, replies, tickets
from webcare.forms import NoteForm, ReplyForm
from webcare.models import Reply, Ticket

NAMED = ("team", "owner", "policy_version__policy")


def visible(user: User, pk: int) -> Ticket:
    """The ticket, when this person may see it; a stranger does not learn that it exists."""
    found = Ticket.objects.visible_to(user).select_related(*NAMED).filter(pk=pk)
    ticket = found.annotate(asks_second_pair=is_asked()).first()
    if ticket is None:
        raise Http404
    return ticket


def workable(user: User, pk: int) -> Ticket:
    """The ticket, when this person may work on it."""
    ticket = visible(user, pk)
    if not permissions.can_work_on(user, ticket):
        raise PermissionDenied
    return ticket


def undoable(user: User, pk: int) -> Ticket:
    """A workable ticket, or one that this person just moved out of their own sight."""
    ticket = Ticket.objects.select_related(*NAMED).filter(pk=pk).first()
    if ticket and tickets.can_undo(ticket, history.last(ticket), by=user):
        return ticket
    return workable(user, pk)


def answer(
    request: HttpRequest, ticket: Ticket, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """After a step: the pane for htmx. Without it the page, or back to it when all went well."""
    user = cast(User, request.user)
    if request.headers.get("HX-Request"):
        context = {**context_of(user, ticket), "is_step": True, **extra}
        # The list stands beside the pane in the inbox only, and has a row to draw anew there.
        context["has_list"] = "/inbox/" in request.headers.get("HX-Current-URL", "")
        return render(request, "webcare/_ticket.html", context, status=status)
    can_see = permissions.can_see_ticket(user, ticket)
    if status != 200 and can_see:
        context = {**context_of(user, ticket), **extra}
        return render(request, "webcare/ticket_detail.html", context, status=status)
    return redirect(ticket if can_see else "webcare:inbox")


def context_of(user: User, ticket: Ticket) -> dict[str, Any]:
    """All that the pane shows."""
    thread = conversation.thread(ticket)
    newest = thread.newest
    under_way = next((reply for reply in thread.replies if reply.state in UNDER_WAY), None)
    limits = replies.limits(newest) if newest else None
    form = reply_form(user, ticket, newest, limits.opening) if newest and limits else None
    is_mine = ticket.owner_id == user.pk
    at = now()
    return {
        "ticket": ticket,
        "thread": thread,
        "at": at,
        "limits": limits,
        "under_way": under_way,
        "reply_form": form,
        "second_pair": mandates.second_pair(user) if _may_write(form, ticket) else None,
        "note_form": NoteForm(auto_id="note_%s"),
        "can_work": permissions.can_work_on(user, ticket),
        "can_approve": under_way is not None and permissions.can_approve(user, under_way),
        "can_withdraw": under_way is not None and permissions.can_withdraw(user, under_way),
        "can_undo": tickets.can_undo(ticket, thread.last_step, by=user),
        "is_mine": is_mine,
        "is_doubted": ticket.state != Ticket.State.CLOSED
        and (ticket.is_unsure or ticket.is_threat),
        "others": desk.present([ticket.pk], at, besides=user).get(ticket.pk, []),
        "earlier": queries.earlier(ticket, user),
        "teams": [team for team in queries.queue_teams() if team.pk != ticket.team_id],
        "priorities": Priority.choices,
        "sentiments": Sentiment.choices,
        "outcomes": Ticket.Outcome.choices,
    }


UNDER_WAY = {
    Reply.State.AWAITING,
    Reply.State.QUEUED,
    Reply.State.SENDING,
    Reply.State.UNCONFIRMED,
}


def _may_write(form: ReplyForm | None, ticket: Ticket) -> bool:
    """Whether it is a question at all why a colleague looks along with what is written."""
    asks = getattr(ticket, "asks_second_pair", True)  # a query saved where nobody asks it
    is_open = ticket.state != Ticket.State.CLOSED
    return asks and form is not None and is_open and not ticket.needs_approval


def reply_form(user: User, ticket: Ticket, newest: Mention, opening: str) -> ReplyForm:
    """A fresh form with what this person had begun to write."""
    return ReplyForm(
        initial={
            "mention": newest.pk,
            "text": desk.draft(ticket, user) or opening,
            "form_key": uuid.uuid4(),
            "seen_revision": ticket.revision,
        },
        auto_id="reply_%s",
    )
