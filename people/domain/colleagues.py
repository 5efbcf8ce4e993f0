"""Naming a colleague: by name or by e-mail address, as a college has thousands."""

from __future__ import annotations

import re
from typing import Any, Final

from django.db.models import Case, Q, QuerySet, Value, When

from people.models import User

SHOWN: Final = 8
_ADDRESS: Final = re.compile(r"<([^<>]+)>\s*$")


def written(person: User) -> str:
    """How somebody stands in a field: who has the same name, has another address."""
    return f"{person.name} <{person.email}>"


def named(words: str, among: QuerySet[User]) -> list[User]:
    """Who is meant: by address, else by the whole name. Two at most, for two is already unclear."""
    address = _ADDRESS.search(words)
    if address or "@" in words:
        email = address[1].strip() if address else words.strip()
        return list(among.filter(email__iexact=email)[:2])
    return list(among.filter(name__iexact=" ".join(words.split()))[:2])


def suggested(words: str) -> QuerySet[User]:
    """The first few active colleagues with all these words in name or address; who is called
    like that before who only has it somewhere."""
    people: Any = User.objects.filter(is_active=True)
    parts = words.replace("<", " ").replace(">", " ").split()
    for part in parts:
        people = people.filter(Q(name__icontains=part) | Q(email__icontains=part))
    first = When(name__istartswith=" ".join(parts), then=Value(0))
    found: QuerySet[User] = people.select_related("unit").order_by(
        Case(first, default=Value(1)), "name", "pk"
    )[:SHOWN]
    return found
