"""Forgetting on time (AVG): mentions that nobody needed, and items that nobody understood.

What is in a ticket stays with the ticket; the database would refuse to forget it anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet

from core.facts import Counted, gather
from governance.domain import clauses
from governance.domain.clause_settings import MATCHED, UNMATCHED
from governance.domain.clauses import Standing
from monitoring.models import Mention, UnparsedItem

PORTION: Final = 5_000


@dataclass(frozen=True, slots=True)
class Terms:
    """How long is kept what no search term found, and what one found but needed no ticket."""

    unmatched: timedelta
    matched: timedelta

    @classmethod
    def of(cls, standings: dict[str, Standing]) -> Terms:
        days = (int(standings[code].value or 0) for code in (UNMATCHED, MATCHED))
        unmatched, matched = (timedelta(days=count) for count in days)
        return cls(unmatched, matched)


def terms() -> Terms:
    """By the clauses in force, and by the settings of this installation where they are silent."""
    return Terms.of(clauses.all_in_force([UNMATCHED, MATCHED]))


def forget_expired(*, at: datetime) -> int:
    """Delete what was kept long enough, a portion at a time; how many rows went.

    Asked anew for each portion: who withdraws a clause in the middle of a long run, stops it.
    """
    gone = 0
    while portion := _forget_portion(at=at):
        gone += portion
    unparsed, _ = _unparsed(terms(), at).delete()
    return gone + unparsed


def would_go(*kept: Terms, at: datetime) -> list[int]:
    """How many rows the next run takes away when they are kept this long, for each; one query."""
    counted = {
        f"{kind} {number}": Counted(rows(terms, at))
        for number, terms in enumerate(kept)
        for kind, rows in (("mentions", _expired), ("unparsed", _unparsed))
    }
    found = gather(counted)
    return [
        int(found[f"mentions {number}"].value + found[f"unparsed {number}"].value)
        for number in range(len(kept))
    ]


def _expired(kept: Terms, at: datetime) -> QuerySet[Mention]:
    return Mention.objects.filter(
        Q(is_relevant=False, seen_at__lt=at - kept.unmatched) | Q(seen_at__lt=at - kept.matched),
        # webcare's rows, seen from here by their reverse names
        ticket_message__isnull=True,
        replies__isnull=True,
    )


def _unparsed(kept: Terms, at: datetime) -> QuerySet[UnparsedItem]:
    return UnparsedItem.objects.filter(seen_at__lt=at - kept.unmatched)


def _forget_portion(*, at: datetime) -> int:
    expired = _expired(terms(), at)
    with transaction.atomic():
        # Two workers at once take different portions, and never wait for each other's rows.
        free = expired.select_for_update(skip_locked=True, of=("self",)).order_by("pk")
        ids = list(free.values_list("pk", flat=True)[:PORTION])
        Mention.objects.filter(pk__in=ids).delete()
    return len(ids)
