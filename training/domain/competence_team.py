"""Who needs which competence, who has it, and what ends within ninety days.

Counted in one walk over the people of some units: three queries, however many people there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.keyset import SIZE, Page
from training.domain.competence_record import State, state_of
from training.domain.people_pages import found_by, in_units
from training.models import Certificate, Competence, CompetenceEvidence

Seen = frozenset[int] | None
Untils = Mapping[tuple[int, int], list[date | None]]
NEVER: Final[date | None] = None


class Show(models.TextChoices):
    """Whom the list shows."""

    ALL = "", gettext_lazy("everybody")
    NEEDS = "needs", gettext_lazy("needs something")
    EXPIRES = "expires", gettext_lazy("something expires within 90 days")


@dataclass(frozen=True, slots=True)
class Cell:
    """A competence of one person."""

    competence: Competence
    is_needed: bool
    state: State
    until: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague with what they need and show."""

    pk: int
    name: str
    unit: str
    cells: list[Cell]

    @property
    def open(self) -> list[Cell]:
        return [one for one in self.cells if one.is_needed and one.state == State.OPEN]

    @property
    def expiring(self) -> list[Cell]:
        return [one for one in self.cells if one.state == State.EXPIRES]

    @property
    def needed(self) -> list[Cell]:
        return [one for one in self.cells if one.is_needed]

    @property
    def shown(self) -> int:
        return len(self.needed) - len(self.open)

    @property
    def place(self) -> tuple[str, int]:
        return self.name.casefold(), self.pk


@dataclass(slots=True)
class Total:
    """Of a competence: how many need it, still have to show it, and are nearly over."""

    competence: Competence
    needed: int = 0
    open: int = 0
    expiring: int = 0

    @property
    def shown(self) -> int:
        return self.needed - self.open


def members(seen: Seen, day: date, search: str = "") -> list[Member]:
    """Everybody in these units, by name. Three queries."""
    competences = list(Competence.objects.order_by("name", "pk"))
    people = found_by(in_units(seen), search).annotate(
        held_roles=ArrayAgg("role_grants__role", filter=~Q(role_grants=None), default=[])
    )
    rows = people.values_list("pk", "name", "unit__name", "held_roles", "mandate_state__is_held")
    untils = _untils(seen, day)
    found = [_member(row, competences, untils, day) for row in rows]
    return sorted(found, key=lambda one: one.place)


def _member(row: Any, competences: Iterable[Competence], untils: Untils, day: date) -> Member:
    pk, name, unit, roles, has_mandate = row
    cells = []
    for one in competences:
        counting = list(untils.get((pk, one.pk), ()))
        if one.shown_by_mandate and has_mandate:
            counting.append(NEVER)
        state, until = state_of(counting, day)
        cells.append(Cell(one, not set(roles).isdisjoint(one.roles), state, until))
    return Member(pk, name, unit or "", cells)


def _untils(seen: Seen, day: date) -> Untils:
    """Of each person and competence, until when each proof counts. One query."""
    courses = Certificate.objects.valid(day).filter(course__competence_links__isnull=False)
    brought: Any = CompetenceEvidence.objects.filter(confirmed_at__isnull=False)
    if seen is not None:
        courses, brought = courses.filter(user__unit__in=seen), brought.filter(user__unit__in=seen)
    by_course = courses.order_by().values_list(
        "user_id", F("course__competence_links__competence_id"), "valid_until"
    )
    by_evidence = brought.order_by().values_list("user_id", F("competence_id"), "valid_until")
    found: dict[tuple[int, int], list[date | None]] = {}
    for person, competence, until in by_course.union(by_evidence, all=True):
        found.setdefault((person, competence), []).append(until)
    return found


def totals(found: Iterable[Member]) -> list[Total]:
    """The competences that somebody needs; what most people lack comes first."""
    by_pk: dict[int, Total] = {}
    for member in found:
        for cell in member.cells:
            total = by_pk.setdefault(cell.competence.pk, Total(cell.competence))
            total.needed += cell.is_needed
            total.open += cell.is_needed and cell.state == State.OPEN
            total.expiring += cell.state == State.EXPIRES
    wanted = [one for one in by_pk.values() if one.needed or one.expiring]
    return sorted(wanted, key=lambda one: (-one.open, one.competence.name))


def page(found: list[Member], *, show: str = "", after: str = "") -> Page[Member]:
    """The page after a cursor, of those whom `show` names."""
    if show == Show.NEEDS:
        found = [one for one in found if one.open]
    if show == Show.EXPIRES:
        found = [one for one in found if one.expiring]
    pk, _mark, name = after.partition("~")
    if pk.isdecimal():
        found = [one for one in found if one.place > (name, int(pk))]
    rows = found[:SIZE]
    last = rows[-1] if len(found) > SIZE else None
    return Page(rows, f"{last.pk}~{last.place[0]}" if last else "")


def head() -> list[str]:
    return [
        _("Name"),
        _("Unit"),
        _("Competence"),
        _("Needed for the work"),
        _("State"),
        _("Valid until"),
    ]


def rows(found: Iterable[Member]) -> Iterator[list[object]]:
    """One line for each competence that somebody needs or shows."""
    for member in found:
        for cell in member.cells:
            if cell.is_needed or cell.state != State.OPEN:
                yield [
                    member.name,
                    member.unit,
                    cell.competence.name,
                    _("yes") if cell.is_needed else _("no"),
                    str(cell.state.label),
                    cell.until.isoformat() if cell.until else "",
                ]
