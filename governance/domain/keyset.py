"""Lists that grow: a page of the newest rows, and where the next page starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db.models import DateTimeField, Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, and the name of the place where the next page starts ("" at the end)."""

    rows: list[Row]
    next: str


def newest(found: QuerySet[Row], by: str, *, after: str = "", size: int = SIZE) -> Page[Row]:
    """The newest `size` rows by the date or moment `by`, after the row that `after` names."""
    ordered = found.order_by(f"-{by}", "-pk")
    is_moment = isinstance(found.model._meta.get_field(by), DateTimeField)
    if place := _place_of(after, is_moment=is_moment):
        value, pk = place
        ordered = ordered.filter(
            Q(**{f"{by}__lte": value}) & (Q(**{f"{by}__lt": value}) | Q(pk__lt=pk))
        )
    rows = list(ordered[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    name = f"{getattr(last, by).isoformat()}~{last.pk}" if last else ""
    return Page(rows[:size], name)


def _place_of(name: str, *, is_moment: bool) -> tuple[date | datetime, int] | None:
    """What the name of a place says; None for anything that `newest` did not write."""
    written, _, pk = name.partition("~")
    parse: Any = datetime.fromisoformat if is_moment else date.fromisoformat
    try:
        value, number = parse(written), int(pk)
    except ValueError:
        return None
    if is_moment and value.tzinfo is None:
        return None
    return value, number
