"""The units of the college as a tree: each below the one it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from people.models import Unit


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with how deep it stands in the tree that is shown."""

    unit: Unit
    depth: int

    @property
    def indented(self) -> str:
        return "\u2003" * self.depth + self.unit.name


def tree(units: Iterable[Unit] | None = None) -> list[Branch]:
    """These units (or all) in the order of a tree, by name; one whose parent is not among them
    stands at the top. Units that are part of each other stand at the top too."""
    shown = {unit.pk: unit for unit in (Unit.objects.all() if units is None else units)}
    children: dict[int | None, list[Unit]] = {}
    for unit in sorted(shown.values(), key=lambda one: one.name.casefold()):
        parent = unit.parent_id if unit.parent_id in shown else None
        children.setdefault(parent, []).append(unit)
    found = list(_branches(children, None, 0))
    reached = {branch.unit.pk for branch in found}
    return found + [Branch(unit, 0) for pk, unit in shown.items() if pk not in reached]


def _branches(
    children: dict[int | None, list[Unit]], parent: int | None, depth: int
) -> Iterator[Branch]:
    for unit in children.get(parent, ()):
        yield Branch(unit, depth)
        yield from _branches(children, unit.pk, depth + 1)
