"""Forgetting on time (AVG): mentions that nobody needed, and items that nobody understood.

What is in a ticket stays with the ticket; the database would refuse to forget it anyway.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from monitoring.models import Mention, UnparsedItem

PORTION: Final = 5_000


def forget_expired(*, at: datetime) -> int:
    """Delete what was kept long enough, a portion at a time; how many rows went."""
    gone = 0
    while portion := _forget_portion(at=at):
        gone += portion
    unparsed, _ = UnparsedItem.objects.filter(
        seen_at__lt=at - timedelta(days=settings.KEEP_UNMATCHED_DAYS)
    ).delete()
    return gone + unparsed


def _forget_portion(*, at: datetime) -> int:
    unmatched_before = at - timedelta(days=settings.KEEP_UNMATCHED_DAYS)
    matched_before = at - timedelta(days=settings.KEEP_MATCHED_DAYS)
    expired = Mention.objects.filter(
        Q(is_relevant=False, seen_at__lt=unmatched_before) | Q(seen_at__lt=matched_before),
        # webcare's rows, seen from here by their reverse names
        ticket_message__isnull=True,
        replies__isnull=True,
    )
    with transaction.atomic():
        # Two workers at once take different portions, and never wait for each other's rows.
        free = expired.select_for_update(skip_locked=True, of=("self",)).order_by("pk")
        ids = list(free.values_list("pk", flat=True)[:PORTION])
        Mention.objects.filter(pk__in=ids).delete()
    return len(ids)
