"""How far a policy has been confirmed: per unit and per role, against what we want to reach.

Counted in one walk over the people who are asked; the number of queries does not depend on how
many they are. Who sees which units is decided by `governance.permissions.units_seen_by`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.utils.timezone import localdate
from django.utils.translation import gettext

from governance.domain.acknowledgements import Demand, Reader, Standing, State, stands
from governance.models import Acknowledgement
from people.domain import units as unit_tree
from people.models import Role, RoleGrant, Unit, User

T = TypeVar("T")
Seen = frozenset[int] | None
"""The units whose people are counted; None for the whole college."""


@dataclass(slots=True)
class Tally:
    """How many were asked, confirmed it, and are too late."""

    asked: int = 0
    confirmed: int = 0
    overdue: int = 0

    def add(self, state: State) -> None:
        self.asked += 1
        self.confirmed += state == State.CONFIRMED
        self.overdue += state == State.OVERDUE

    @property
    def left(self) -> int:
        return self.asked - self.confirmed

    @property
    def percent(self) -> int:
        """Rounded down: 89.9 % has not reached 90 %."""
        return 100 * self.confirmed // self.asked if self.asked else 0


@dataclass(slots=True)
class Line:
    """One line of the table: a unit (with those below it) or a role."""

    label: str
    tally: Tally
    depth: int = 0
    unit_id: int | None = None


@dataclass(slots=True)
class Progress:
    """How far a policy has come, in the units that the reader may see."""

    demand: Demand
    total: Tally = field(default_factory=Tally)
    units: list[Line] = field(default_factory=list)
    roles: list[Line] = field(default_factory=list)

    @property
    def target(self) -> int:
        return self.demand.target_percent

    @property
    def is_reached(self) -> bool:
        return self.total.asked > 0 and self.total.percent >= self.target


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who has still to confirm."""

    pk: int
    name: str
    unit: str
    due: date | None
    is_overdue: bool

    @property
    def place(self) -> tuple[str, int]:
        """Where this person stands in the list, whoever else comes or goes."""
        return self.name.casefold(), self.pk


def standings(demand: Demand, seen: Seen, day: date) -> Iterator[tuple[Reader, Standing]]:
    """Everybody who is asked in the units `seen`, with where they stand (three queries)."""
    people = User.objects.filter(is_active=True)
    grants = RoleGrant.objects.filter(user__is_active=True)
    if seen is not None:
        people, grants = people.filter(unit__in=seen), grants.filter(user__unit__in=seen)
    roles = _sets(grants.values_list("user_id", "role"))
    counted = Acknowledgement.objects.filter(version__in=demand.counting)
    confirmed = _sets(counted.values_list("user_id", "version_id"))
    for pk, name, unit, joined in people.values_list("pk", "name", "unit_id", "date_joined"):
        held = frozenset(roles.get(pk, ()))
        reader = Reader(pk, name, unit, localdate(joined), held)
        where = stands(reader, demand, confirmed.get(pk, ()), day)
        if where.state != State.NOT_ASKED:
            yield reader, where


def _sets(pairs: Iterable[tuple[int, T]]) -> dict[int, set[T]]:
    found: dict[int, set[T]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found


def progress(demand: Demand, seen: Seen, day: date, *, nowhere: str = "–") -> Progress:
    """How far the units `seen` are; `nowhere` is what to call those without a unit."""
    found = Progress(demand)
    units = Unit.objects.all() if seen is None else Unit.objects.filter(pk__in=seen)
    shown = {unit.pk: unit for unit in units}
    by_unit: dict[int | None, Tally] = {}
    by_role: dict[str, Tally] = {}
    asked_roles = _asked_roles(demand)
    for reader, where in standings(demand, seen, day):
        found.total.add(where.state)
        for pk in _upwards(reader.unit_id, shown):
            by_unit.setdefault(pk, Tally()).add(where.state)
        for role in reader.roles & asked_roles:
            by_role.setdefault(role, Tally()).add(where.state)
    found.units = [
        Line(branch.unit.name, by_unit[branch.unit.pk], branch.depth, branch.unit.pk)
        for branch in unit_tree.tree(shown.values())
        if branch.unit.pk in by_unit
    ]
    if None in by_unit:
        found.units.append(Line(nowhere, by_unit[None]))
    found.roles = [Line(str(role.label), by_role[role]) for role in Role if role in by_role]
    return found


def _asked_roles(demand: Demand) -> frozenset[str]:
    """The roles that are asked by name; where somebody else is asked too, all of them."""
    if all(group.roles for group in demand.groups):
        return frozenset().union(*(group.roles for group in demand.groups))
    return frozenset(Role.values)


def _upwards(unit: int | None, shown: dict[int, Unit]) -> list[int | None]:
    """A unit and those it is part of, as far as they are shown."""
    if unit is None:
        return [None]
    found: list[int | None] = []
    while unit in shown and unit not in found:
        found.append(unit)
        unit = shown[unit].parent_id
    return found


def missing(demand: Demand, seen: Seen, day: date) -> list[Missing]:
    """Who has still to confirm, by name."""
    units = dict(Unit.objects.values_list("pk", "name"))
    found = [
        Missing(
            reader.pk,
            reader.name,
            units.get(reader.unit_id or 0, ""),
            where.due,
            where.state == State.OVERDUE,
        )
        for reader, where in standings(demand, seen, day)
        if where.waits
    ]
    return sorted(found, key=lambda one: one.place)


@dataclass(frozen=True, slots=True)
class Page:
    """Some people who have still to confirm, and where the next page starts ("" at the end)."""

    shown: list[Missing]
    next: str


def page(missing: list[Missing], *, after: str = "", size: int = 50) -> Page:
    """The page that starts after a cursor: the place of the last person of the one before."""
    pk, _, name = after.partition(":")
    if pk.isdecimal():
        missing = [one for one in missing if one.place > (name, int(pk))]
    shown = missing[:size]
    cursor = f"{shown[-1].pk}:{shown[-1].name.casefold()}" if len(missing) > size else ""
    return Page(shown, cursor)


def rows(progress: Progress) -> Iterator[tuple[object, ...]]:
    """The table of a progress as rows of a file: all together, each unit, each role."""
    lines = [
        (gettext("All together"), Line("", progress.total)),
        *((gettext("Unit"), line) for line in progress.units),
        *((gettext("Role"), line) for line in progress.roles),
    ]
    for kind, line in lines:
        tally = line.tally
        counts = (tally.asked, tally.confirmed, tally.percent, progress.target, tally.overdue)
        yield (kind, line.label, *counts)
