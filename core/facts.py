"""Many small facts in one query: a page that shows thirty figures asks the database once.

A fact is a number: how many rows there are (`Counted`), or what one row says (`First`). They come
from any table, and are put together with UNION ALL (docs/decisions/0026).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, Count, DateField, F, FloatField, QuerySet, Value
from django.db.models.functions import Cast


class Fact(NamedTuple):
    """A number, with a word and a day where the row has them."""

    value: float
    label: str = ""
    on_date: date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows there are; a row that is found twice counts once."""

    rows: QuerySet[Any]

    def query(self, name: str) -> QuerySet[Any, Any]:
        plain = self.rows.model._base_manager.filter(pk__in=self.rows.order_by().values("pk"))
        what = plain.annotate(fact=Value(name, CharField())).values("fact")
        return _columns(
            what.annotate(
                fact_value=Cast(Count("pk"), FloatField()),
                fact_label=Value("", CharField()),
                fact_day=Cast(Value(None), DateField()),
            )
        )


@dataclass(frozen=True, slots=True)
class First:
    """What the first row says; no row, no fact. The names are fields of it."""

    rows: QuerySet[Any]
    value: str
    label: str = ""
    on_date: str = ""

    def query(self, name: str) -> QuerySet[Any, Any]:
        told = self.rows.annotate(
            fact=Value(name, CharField()),
            fact_value=Cast(F(self.value), FloatField()),
            fact_label=Cast(F(self.label) if self.label else Value(""), CharField()),
            fact_day=Cast(F(self.on_date) if self.on_date else Value(None), DateField()),
        )
        return _columns(told)[:1]


def _columns(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    columns: QuerySet[Any, Any] = rows.values_list("fact", "fact_value", "fact_label", "fact_day")
    return columns


def gather(wanted: Mapping[str, Counted | First]) -> dict[str, Fact]:
    """All of these, by their names, in one query."""
    first, *others = (one.query(name) for name, one in wanted.items())
    nothing = {name: Fact(0) for name, one in wanted.items() if isinstance(one, Counted)}
    return nothing | {name: Fact(*told) for name, *told in first.union(*others, all=True)}
