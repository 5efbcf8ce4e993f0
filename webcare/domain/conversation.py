"""Everything that was said and done around one ticket, in the order of time."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.models import LogEntry
from monitoring.models import Mention
from webcare.domain import history
from webcare.domain.verbs import Verb
from webcare.models import Note, Reply, Ticket, TicketMessage

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
    """`items` in order of time; `mentions` are those of the ticket itself, newest last.

    `last_step` is the last thing that happened to the ticket, also when nothing shows it.
    """

    items: list[Item]
    mentions: list[Mention]
    replies: list[Reply]
    last_step: LogEntry | None

    @property
    def newest(self) -> Mention | None:
        """What an answer is normally given to."""
        return self.mentions[-1] if self.mentions else None


def thread(ticket: Ticket) -> Thread:
    """The conversation of `ticket`, in four queries however long it is."""
    replies = list(
        ticket.replies.select_related("author", "approved_by", "channel").order_by("created_at")
    )
    sent = {reply.external_id for reply in replies if reply.external_id}
    mentions = sorted(_mentions(ticket), key=lambda one: (one.published_at, one.pk))
    shown = [mention for mention in mentions if mention.external_id not in sent]
    steps = _steps(ticket)
    items = [
        *(Item(one.published_at, Kind.MENTION, mention=one, is_here=one.is_here) for one in shown),
        *(Item(one.sent_at or one.created_at, Kind.REPLY, reply=one) for one in replies),
        *(Item(one.created_at, Kind.NOTE, note=one) for one in _notes(ticket)),
        *_events(step for step in steps if step.verb not in TOLD_OTHERWISE),
    ]
    items.sort(key=lambda item: item.at)
    own: list[Mention] = [one for one in shown if one.is_here]
    return Thread(items, own, replies, steps[0] if steps else None)


def _mentions(ticket: Ticket) -> QuerySet[Any]:
    """Those of the ticket (`is_here`), and what else is known of their conversation."""
    # Never both questions in one: an OR over two tables reads every mention there is.
    wanted = _newest(ticket_message__ticket=ticket)
    if ticket.conversation:
        same = Q(conversation=ticket.conversation) | Q(external_id=ticket.conversation)
        wanted = wanted.union(_newest(same, platform=ticket.platform))
    here = TicketMessage.objects.filter(ticket=ticket, mention=OuterRef("pk"))
    found = Mention.objects.filter(pk__in=wanted).annotate(is_here=Exists(here))
    return found.defer("raw", "search").select_related("source__channel")


def _newest(*wanted: Q, **exactly: Any) -> QuerySet[Mention, Any]:
    found = Mention.objects.filter(*wanted, **exactly)
    return found.newest_first().values("pk")[:MOST]


def _steps(ticket: Ticket) -> list[LogEntry]:
    """The newest steps that nothing else tells of, and the last one whatever it is."""
    past = history.of(ticket)
    shown = ~Q(verb__in=TOLD_OTHERWISE) | Q(pk=past.values("pk")[:1])
    return list(past.filter(shown)[:MOST])


def _notes(ticket: Ticket) -> Iterable[Note]:
    return ticket.notes.select_related("author").order_by("-created_at")[:MOST]


def _events(entries: Iterable[LogEntry]) -> Iterable[Item]:
    labels = dict(Verb.choices)
    for entry in entries:
        yield Item(entry.at, Kind.EVENT, event=entry, label=str(labels.get(entry.verb, entry.verb)))
