"""Colleagues in a list by name, some at a time: a college has five thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from django.db.models import Q, QuerySet

from people.models import User

Row = TypeVar("Row")
SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, and the name of the place where the next page starts ("" at the end)."""

    rows: list[Row]
    next: str


def in_units(seen: frozenset[int] | None) -> QuerySet[User]:
    """The people who work in these units; everybody for None."""
    people: QuerySet[User] = User.objects.filter(is_active=True)
    return people if seen is None else people.filter(unit__in=seen)


def found_by(people: Any, search: str) -> Any:
    """Those whose name or unit holds these words."""
    words = search.strip()
    if not words:
        return people
    return people.filter(Q(name__icontains=words) | Q(unit__name__icontains=words))


def by_name(people: Any, *, after: str = "", size: int = SIZE) -> Page[Any]:
    """The next `size` people by name, after the place that `after` names."""
    ordered = people.order_by("name", "pk")
    pk, _, name = after.partition("~")
    if pk.isdecimal():
        ordered = ordered.filter(Q(name__gt=name) | Q(name=name, pk__gt=int(pk)))
    rows = list(ordered[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(rows[:size], f"{last.pk}~{last.name}" if last else "")
