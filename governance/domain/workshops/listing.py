"""The workshops of the college, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, QuerySet

from governance.models import Workshop

PAGE_SIZE: Final = 30


@dataclass(frozen=True, slots=True)
class Page:
    """Some workshops, and where the next page starts ("" at the end)."""

    workshops: Sequence[Workshop]
    next: str


def page(found: QuerySet[Workshop], *, after: str = "") -> Page:
    if after.isdecimal():
        found = found.filter(pk__lt=int(after))
    counted = found.annotate(
        phones=Count("participants", distinct=True),
    ).select_related("facilitator")
    rows = list(counted.order_by("-pk")[: PAGE_SIZE + 1])
    more = len(rows) > PAGE_SIZE
    return Page(rows[:PAGE_SIZE], str(rows[PAGE_SIZE - 1].pk) if more else "")
