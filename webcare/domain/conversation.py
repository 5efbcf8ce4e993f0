"""Everything that was said and done around one ticket, in the order of time."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from core.models import LogEntry
from monitoring.models import Mention
from webcare.domain import history
from webcare.domain.verbs import Verb
from webcare.models import Note, Reply, Ticket

MOST = 200
"""More than anybody reads; the newest are shown."""

TOLD_OTHERWISE = (Verb.OPENED, Verb.JOINED, Verb.NOTED, Verb.WRITTEN, Verb.SENT)
"""Steps that leave something of their own in the conversation."""


class Kind(enum.StrEnum):
    MENTION = "mention"
    REPLY = "reply"
    NOTE = "note"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a conversation; the field of its `kind` is filled.

    `is_here`: the mention belongs to this ticket, and is not only around it. `label` says what an
    event was.
    """

    at: datetime
    kind: Kind
    mention: Mention | None = None
    reply: Reply | None = None
    note: Note | None = None
    event: LogEntry | None = None
    is_here: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """`items` in order of time; `mentions` are those of the ticket itself, newest last."""

    items: list[Item]
    mentions: list[Mention]
    replies: list[Reply]

    @property
    def newest(self) -> Mention | None:
        """What an answer is normally given to."""
        return self.mentions[-1] if self.mentions else None


def thread(ticket: Ticket) -> Thread:
    """The conversation of `ticket`, in five queries however long it is."""
    own = {one.pk: one for one in _newest(Q(ticket_message__ticket=ticket))}
    shared = {one.pk: one for one in _around(ticket)}
    around = sorted((shared | own).values(), key=lambda one: (one.published_at, one.pk))
    replies = list(
        ticket.replies.select_related("author", "approved_by", "channel").order_by("created_at")
    )
    sent = {reply.external_id for reply in replies if reply.external_id}
    shown = [mention for mention in around if mention.external_id not in sent]
    items = [
        *(
            Item(one.published_at, Kind.MENTION, mention=one, is_here=one.pk in own)
            for one in shown
        ),
        *(Item(one.sent_at or one.created_at, Kind.REPLY, reply=one) for one in replies),
        *(Item(one.created_at, Kind.NOTE, note=one) for one in _notes(ticket)),
        *_events(history.of(ticket).exclude(verb__in=TOLD_OTHERWISE)[:MOST]),
    ]
    items.sort(key=lambda item: item.at)
    return Thread(items, [one for one in shown if one.pk in own], replies)


def _around(ticket: Ticket) -> Iterable[Mention]:
    """What is known of the conversation, of whoever it is."""
    if not ticket.conversation:
        return ()
    same = Q(conversation=ticket.conversation) | Q(external_id=ticket.conversation)
    return _newest(same, platform=ticket.platform)


def _newest(*wanted: Q, **exactly: str) -> Iterable[Mention]:
    # Never both questions in one: an OR over two tables reads every mention there is.
    found = Mention.objects.filter(*wanted, **exactly).defer("raw", "search")
    return found.select_related("source__channel").newest_first()[:MOST]


def _notes(ticket: Ticket) -> Iterable[Note]:
    return ticket.notes.select_related("author").order_by("-created_at")[:MOST]


def _events(entries: Iterable[LogEntry]) -> Iterable[Item]:
    labels = dict(Verb.choices)
    for entry in entries:
        yield Item(entry.at, Kind.EVENT, event=entry, label=str(labels.get(entry.verb, entry.verb)))
