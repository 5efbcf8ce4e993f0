"""Long lists in the order of a name: a page of rows, and where the next page starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, and the name of the place where the next page starts ("" at the end)."""

    rows: list[Row]
    next: str


def page(found: QuerySet[Row], by: str, *, after: str = "", size: int = SIZE) -> Page[Row]:
    """`size` rows in the order of the text `by`, after the row that `after` names."""
    ordered = found.order_by(by, "pk")
    name, mark, pk = after.rpartition("~")
    if mark and pk.isdecimal() and pk.isascii() and len(pk) < 19 and "\x00" not in name:
        ordered = ordered.filter(
            Q(**{f"{by}__gte": name}) & (Q(**{f"{by}__gt": name}) | Q(pk__gt=int(pk)))
        )
    rows = list(ordered[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(rows[:size], f"{getattr(last, by)}~{last.pk}" if last else "")
