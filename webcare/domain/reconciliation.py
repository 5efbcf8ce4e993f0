"""Holding mentions, tickets and outbox against each other: nothing unhandled, nothing double.

Read only. What it counts comes with the evidence, so that a person can look.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import OuterRef, Subquery

from core.clock import now
from monitoring.models import Mention
from webcare.models import Reply, Ticket

LONG_ENOUGH = timedelta(minutes=10)
"""Triage runs every few seconds; what waits longer was forgotten."""

MOST_SHOWN = 100
State = Reply.State


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Three counts that must be zero, each with the rows that make it not so."""

    untriaged: list[int]
    overdue: list[int]
    doubles: dict[int, list[str]]
    unconfirmed: list[int]

    @property
    def unhandled(self) -> int:
        return len(self.untriaged) + len(self.overdue)

    def as_json(self) -> dict[str, Any]:
        return {
            "unhandled": self.unhandled,
            "double": len(self.doubles),
            "unconfirmed": len(self.unconfirmed),
            "evidence": {
                "mentions_without_triage": self.untriaged[:MOST_SHOWN],
                "tickets_without_answer_in_time": self.overdue[:MOST_SHOWN],
                "mentions_answered_twice": dict(list(self.doubles.items())[:MOST_SHOWN]),
                "replies_unconfirmed": self.unconfirmed[:MOST_SHOWN],
            },
        }


def reconcile() -> Reconciliation:
    """How things stand now."""
    at = now()
    forgotten = Mention.objects.untriaged().filter(
        ticket_message__isnull=True, seen_at__lt=at - LONG_ENOUGH
    )
    doubtful = Reply.objects.filter(state=State.UNCONFIRMED)
    abandoned = Reply.objects.abandoned(at=at)
    return Reconciliation(
        untriaged=_pks(forgotten),
        overdue=_pks(Ticket.objects.overdue(at=at)),
        doubles=_doubles(),
        unconfirmed=sorted([*_pks(doubtful), *_pks(abandoned)]),
    )


def _pks(rows: Any) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _doubles() -> dict[int, list[str]]:
    """Mentions with more than one answer of ours, and the ids of those answers on the platform.

    An answer is a reply that was sent, or a post of our own accounts that we saw standing there.
    """
    found: dict[int, list[str]] = defaultdict(list)
    nameless: dict[int, Counter[str]] = defaultdict(Counter)
    for mention_id, external_id, text in _sent():
        if external_id:
            found[mention_id].append(external_id)
        else:  # settled by hand: the platform's id is not known
            nameless[mention_id][_plain(text)] += 1
    for mention_id, external_id, text in _standing():
        if external_id not in found[mention_id]:
            found[mention_id].append(external_id)
            nameless[mention_id] -= Counter([_plain(text)])
    for mention_id, texts in nameless.items():
        found[mention_id] += [f"(no id) {text[:60]}" for text in texts.elements()]
    return {mention_id: ids for mention_id, ids in sorted(found.items()) if len(ids) > 1}


def _sent() -> Iterable[tuple[int, str, str]]:
    rows = Reply.objects.filter(state=State.SENT).order_by("pk")
    return rows.values_list("mention_id", "external_id", "text").iterator()


def _standing() -> Iterable[tuple[int, str, str]]:
    """Posts of our own that answer a mention which is in a ticket."""
    answered = Mention.objects.filter(
        platform=OuterRef("platform"),
        external_id=OuterRef("in_reply_to"),
        ticket_message__isnull=False,
    )
    own = Mention.objects.filter(is_own=True, deleted_at__isnull=True).exclude(in_reply_to="")
    rows = own.annotate(answers=Subquery(answered.values("pk")[:1])).order_by("pk")
    found = rows.filter(answers__isnull=False).values_list("answers", "external_id", "text")
    return found.iterator()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
