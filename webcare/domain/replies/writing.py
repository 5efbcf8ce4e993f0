"""Writing an answer: stopped when something was added that its writer has not seen.

The ticket's row is locked while an answer is written, so of two people at once one is second, and
the same form posted twice is one reply.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import now
from core.models import LogEntry
from monitoring.models import Channel, Mention
from people.models import User
from training.domain import mandates
from webcare.domain import desk, history
from webcare.domain.refusals import Refusal
from webcare.domain.replies import articles
from webcare.domain.replies import limits as replylimits
from webcare.domain.replies.limits import ReplyLimits
from webcare.domain.tickets.claims import give
from webcare.domain.tickets.course import UNDER_WAY, AlreadyClosed
from webcare.domain.tickets.row import changing, refresh_locked
from webcare.domain.verbs import Verb
from webcare.models import Draft, Reply, Ticket, TicketMessage

State = Reply.State


class UnseenChange(Refusal):
    """`added` came after the revision that the writer saw; `revision` is the present one."""

    def __init__(self, revision: int, added: Sequence[LogEntry]) -> None:
        super().__init__(revision, added)
        self.revision = revision
        self.added = added

    def __str__(self) -> str:
        return _("Something was added after you opened this ticket. Read it first.")


class SomeoneElseAnswers(Refusal):
    """`by` holds the ticket, or has an answer on its way, since `at`. `by` is None when left."""

    def __init__(self, by: User | None, at: datetime | None) -> None:
        super().__init__(by, at)
        self.by = by
        self.at = at

    def __str__(self) -> str:
        return _("%(name)s is answering this already.") % {"name": self.by or _("Somebody")}


class TooLong(Refusal):
    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit

    def __str__(self) -> str:
        words = {"length": self.length, "limit": self.limit}
        return _("The answer has %(length)s characters; %(limit)s fit here.") % words


class CannotReply(Refusal):
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return self.why


class TooLate(Refusal):
    sentence = gettext_lazy("It is too late to take this answer back.")


def write(
    ticket: Ticket,
    *,
    mention: Mention,
    text: str,
    by: User,
    form_key: UUID,
    seen_revision: int,
    anyway: bool = False,
) -> Reply:
    """Put an answer to `mention` in the outbox, or before an approver where the policy wants that.

    The same `form_key` with the same text gives the same reply again. Raises `UnseenChange`
    (unless `anyway`), `SomeoneElseAnswers`, `TooLong`, `CannotReply` or `AlreadyClosed`; the draft
    is then kept.
    """
    with transaction.atomic():
        refresh_locked(ticket)
        existing = Reply.objects.filter(form_key=form_key).first()
        if existing:
            return _same(existing, ticket, text.strip(), by)
        _check_people(ticket, mention, by)
        if not anyway:
            _check_seen(ticket, by, seen_revision)
        limits = _check_text(mention, text.strip())
        return _put_down(ticket, mention, text.strip(), by, form_key, limits.channel)


def withdraw(reply: Reply, *, by: User) -> Draft:
    """Take back what was not sent yet; the text is a draft of `by` again. Raises `TooLate`."""
    with changing(reply.ticket):
        waiting = Reply.objects.filter(pk=reply.pk, state__in=[State.QUEUED, State.AWAITING])
        if not waiting.update(state=State.WITHDRAWN, next_attempt_at=None, updated_at=now()):
            raise TooLate
        reply.reload()
        articles.uncount(reply)
        history.record(Verb.WITHDRAWN, reply.ticket, by=by, reply=reply.pk)
        return desk.give_back(reply.ticket, by, reply.text)


def _same(existing: Reply, ticket: Ticket, text: str, by: User) -> Reply:
    """The same form once more: a double click, the Back button, a connection that broke.

    With other words it is no repetition, and nobody may think that those went out.
    """
    if (existing.ticket_id, existing.author_id, existing.text) != (ticket.pk, by.pk, text):
        raise CannotReply(_("This form was used already. Open the ticket again."))
    return existing


def _check_people(ticket: Ticket, mention: Mention, by: User) -> None:
    if ticket.state == Ticket.State.CLOSED:
        raise AlreadyClosed
    if not TicketMessage.objects.filter(ticket=ticket, mention=mention).exists():
        raise CannotReply(_("This message does not belong to this ticket."))
    if ticket.owner and ticket.owner != by:
        raise SomeoneElseAnswers(ticket.owner, ticket.claimed_at)
    other = mention.replies.filter(state__in=UNDER_WAY).select_related("author").first()
    if other:
        raise SomeoneElseAnswers(other.author, other.created_at)


def _check_seen(ticket: Ticket, by: User, seen_revision: int) -> None:
    if ticket.revision != seen_revision:
        added = history.added_since(ticket, seen_revision, besides=by)
        if added:
            raise UnseenChange(ticket.revision, added)


def _check_text(mention: Mention, text: str) -> ReplyLimits:
    mention.refresh_from_db(fields=["deleted_at", "is_own"])
    limits = replylimits.limits(mention)
    if not limits.can_reply:
        raise CannotReply(limits.why_not)
    if not text:
        raise CannotReply(_("The answer is empty."))
    length = replylimits.measure(mention, text)
    if limits.max_length and length > limits.max_length:
        raise TooLong(length, limits.max_length)
    return limits


def _put_down(
    ticket: Ticket, mention: Mention, text: str, by: User, form_key: UUID, channel: Channel | None
) -> Reply:
    """The reply in the outbox; who writes it takes the ticket, and the draft is done."""
    waits = ticket.needs_approval or mandates.second_pair(by) is not None
    with changing(ticket):
        if ticket.owner is None:
            give(ticket, by)
        reply = Reply.objects.create(
            ticket=ticket,
            mention=mention,
            channel=channel,
            author=by,
            text=text,
            form_key=form_key,
            state=State.AWAITING if waits else State.QUEUED,
            next_attempt_at=None if waits else undo_until(),
        )
        desk.save_draft(ticket, by, "")
        history.record(Verb.WRITTEN, ticket, by=by, reply=reply.pk)
        articles.count(ticket, text, by)
    return reply


def undo_until() -> datetime:
    """Until then a reply waits in the outbox, so that its writer can take it back."""
    return now() + timedelta(seconds=settings.UNDO_SECONDS)
