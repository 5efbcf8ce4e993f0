"""Which colleagues a list is about: of the units that somebody sees, and found by some words."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from people.models import User


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
