"""Lists that grow, first things first: a page of rows, and where the next one starts."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from core import keyset
from core.keyset import SIZE, Page

Row = TypeVar("Row", bound=Model)


def first(found: QuerySet[Row], by: str, *, after: str = "", size: int = SIZE) -> Page[Row]:
    """The first `size` rows by `by`, after the row of which `after` is the number."""
    ordered = found.order_by(by, "pk")
    if last := _row(found, by, after):
        ordered = ordered.filter(keyset.beyond(by, *last, step="gt"))
    return keyset.page(ordered, size, lambda row: str(row.pk))


def _row(found: QuerySet[Row], by: str, number: str) -> tuple[Any, int] | None:
    """What the list is sorted by, of this row; None when there is no such row (any more)."""
    if not number.isdecimal() or len(number) > 18:
        return None
    there = found.model._default_manager.filter(pk=int(number))
    return there.values_list(by, "pk").first()
