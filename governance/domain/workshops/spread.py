"""How the votes on a statement are spread. What divides the room most is talked about first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, pstdev

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.models import Statement, StatementVote, Workshop

VALUES = (1, 2, 3, 4, 5)
LABELS: dict[int, Promise] = {
    1: _("fully disagree"),
    2: _("disagree"),
    3: _("neutral"),
    4: _("agree"),
    5: _("fully agree"),
}


@dataclass(frozen=True, slots=True)
class Spread:
    """A statement with how many chose 1 to 5."""

    statement: Statement
    counts: tuple[int, ...] = (0, 0, 0, 0, 0)

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        return fmean(self._votes) if self.total else None

    @property
    def width(self) -> float:
        """The standard deviation: 0 when all agree, 2 when half says 1 and half says 5."""
        return pstdev(self._votes) if self.total else 0.0

    @property
    def _votes(self) -> list[int]:
        return [
            value for value, count in zip(VALUES, self.counts, strict=True) for _ in range(count)
        ]


def of(workshop: Workshop) -> list[Spread]:
    """Every statement with its votes, in the order of the statements."""
    statements = workshop.statements.order_by("position")
    counted = (
        StatementVote.objects.filter(statement__workshop=workshop)
        .values_list("statement_id", "value")
        .annotate(count=Count("pk"))
    )
    counts = {(statement, value): count for statement, value, count in counted}
    return [
        Spread(statement, tuple(counts.get((statement.pk, value), 0) for value in VALUES))
        for statement in statements
    ]


def widest_first(spreads: Iterable[Spread]) -> list[Spread]:
    """What divides most first; what nobody voted on last."""
    return sorted(spreads, key=lambda one: (-one.width, -one.total, one.statement.position))
