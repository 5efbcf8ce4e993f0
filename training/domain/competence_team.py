"""Who needs which competence, who has it, and what ends within ninety days.

The database counts (`competence_cells`); names and cells are read for one page of people at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import keyset
from core.keyset import Page
from people.models import User
from training.domain import competence_cells
from training.domain.competence_cells import Standing
from training.domain.competence_record import State, state_of
from training.domain.people_pages import found_by, in_units
from training.models import Competence


class Show(models.TextChoices):
    """Whom the list shows."""

    ALL = "", gettext_lazy("everybody")
    NEEDS = "needs", gettext_lazy("needs something")
    EXPIRES = "expires", gettext_lazy("something expires within 90 days")


@dataclass(frozen=True, slots=True)
class Cell:
    """A competence that one person needs or shows."""

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


def people(seen: frozenset[int] | None, search: str = "") -> QuerySet[User]:
    """Everybody in these units whose name or unit holds these words."""
    found: QuerySet[User] = found_by(in_units(seen), search)
    return found


def page(found: QuerySet[User], day: date, *, show: str = "", after: str = "") -> Page[Member]:
    """The page after a cursor, of those whom `show` names. Three queries."""
    if show == Show.NEEDS:
        found = competence_cells.lacking(found, day)
    if show == Show.EXPIRES:
        found = competence_cells.ending(found, day)
    shown = keyset.by_name(found.select_related("unit"), "name", after=after)
    those = User.objects.filter(pk__in=[one.pk for one in shown.rows])
    return Page(list(_members(shown.rows, those, day)), shown.next)


def members(found: QuerySet[User], day: date) -> Iterator[Member]:
    """All of them by name, for a file. Three queries."""
    return _members(found.select_related("unit").order_by("name", "pk"), found, day)


def _members(rows: Iterable[User], found: QuerySet[User], day: date) -> Iterator[Member]:
    """`rows` with what they need or show, by name; `found` is the query of the same people."""
    competences = {one.pk: one for one in Competence.objects.order_by("name", "pk")}
    place = {pk: number for number, pk in enumerate(competences)}
    cells: dict[int, list[Standing]] = defaultdict(list)
    for one in competence_cells.standings(found, day):
        cells[one.person].append(one)
    for person in rows:
        theirs = sorted(cells[person.pk], key=lambda one: place[one.competence])
        yield Member(
            person.pk,
            person.name,
            person.unit.name if person.unit else "",
            [_cell(one, competences, day) for one in theirs],
        )


def _cell(one: Standing, competences: dict[int, Competence], day: date) -> Cell:
    state, until = state_of([one.until] if one.is_shown else [], day)
    return Cell(competences[one.competence], one.is_needed, state, until)


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
    yes, no, states = _("yes"), _("no"), {one: str(one.label) for one in State}
    for member in found:
        for cell in member.cells:
            yield [
                member.name,
                member.unit,
                cell.competence.name,
                yes if cell.is_needed else no,
                states[cell.state],
                cell.until.isoformat() if cell.until else "",
            ]
