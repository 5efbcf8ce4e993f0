"""Lists that grow: a page of rows, newest first or by name, and where the next page starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Generic, Literal, TypeVar

from django.db.models import DateTimeField, Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
Shown = TypeVar("Shown")
SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Shown]):
    """Some rows, and the name of the place where the next page starts ("" at the end)."""

    rows: list[Shown]
    next: str


def newest(found: QuerySet[Row], by: str, *, after: str = "", size: int = SIZE) -> Page[Row]:
    """The newest `size` rows by the date or moment `by`, after the row that `after` names."""
    ordered = found.order_by(f"-{by}", "-pk")
    is_moment = isinstance(found.model._meta.get_field(by), DateTimeField)
    if place := _place_of(after, is_moment=is_moment):
        ordered = ordered.filter(beyond(by, *place, step="lt"))
    return page(ordered, size, lambda row: f"{getattr(row, by).isoformat()}~{row.pk}")


def by_name(found: QuerySet[Row], by: str, *, after: str = "", size: int = SIZE) -> Page[Row]:
    """`size` rows in the order of the text `by` ("name", "user__name"), after the row that `after`
    names."""
    ordered = found.order_by(by, "pk")
    name, mark, pk = after.rpartition("~")
    if mark and pk.isdecimal() and pk.isascii() and len(pk) < 19 and "\x00" not in name:
        ordered = ordered.filter(beyond(by, name, int(pk), step="gt"))
    text = attrgetter(by.replace("__", "."))
    return page(ordered, size, lambda row: f"{text(row)}~{row.pk}")


def beyond(by: str, value: object, pk: int, *, step: Literal["gt", "lt"]) -> Q:
    """Rows past a place: upwards ("gt") or downwards ("lt"). The first condition says no more than
    the others do; with it an index starts at the place."""
    past = Q(**{f"{by}__{step}": value}) | Q(**{f"pk__{step}": pk})
    return Q(**{f"{by}__{step}e": value}) & past


def page(ordered: QuerySet[Row], size: int, name: Callable[[Row], str]) -> Page[Row]:
    """The first `size` rows; `name` says where a row stands."""
    rows = list(ordered[: size + 1])
    return Page(rows[:size], name(rows[size - 1]) if len(rows) > size else "")


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
