"""Rows about people that an app hands to training: counted beside each person, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


@dataclass(frozen=True, slots=True)
class PersonRows:
    """`rows`, of which the column `user` says about whom each is."""

    rows: QuerySet[Any]
    user: str = "user"

    def exists(self) -> Exists:
        """For a query of people: whether there is a row about this person."""
        return Exists(self.rows.filter(**{self.user: OuterRef("pk")}))

    def number(self) -> Coalesce:
        """For a query of people: how many rows there are about this person."""
        found = self.rows.order_by().filter(**{self.user: OuterRef("pk")}).values(self.user)
        counted = found.annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
