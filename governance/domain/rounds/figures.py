"""Numbers out of what may be seen: levels, spread and differences, per item and per block.

Each item weighs as much as another and each group as much as another, so a large group does not
drown a small one. A block of a group is the mean of its items that show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from governance.domain.rounds import questions
from governance.domain.rounds.veil import LEVELS, Cell, Seen
from governance.models import Block, Group, RoundItem

DIVIDED = 0.25
"""A quarter at the low end and a quarter at the high end: this group does not agree with itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Which group scores highest and which lowest, and how far apart."""

    high: Group
    low: Group
    size: float


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item in every group that shows."""

    item: RoundItem
    text: str
    levels: tuple[str, ...]
    cells: Mapping[Group, Cell]

    @property
    def mean(self) -> float | None:
        return mean(cell.mean for cell in self.cells.values())

    @property
    def difference(self) -> Difference | None:
        return difference({group: cell.mean for group, cell in self.cells.items()})

    @property
    def divided(self) -> list[Group]:
        return [group for group, cell in self.cells.items() if is_divided(cell)]

    @property
    def spread(self) -> float:
        """The greatest spread in one group, as a standard deviation."""
        return max((cell.variance**0.5 for cell in self.cells.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class BlockFigures:
    """One building block in every group that shows."""

    block: Block
    items: tuple[ItemFigures, ...]

    def cells(self, group: str) -> list[Cell]:
        return [cell for item in self.items if (cell := item.cells.get(Group(group)))]

    @property
    def groups(self) -> list[Group]:
        return [group for group in Group if self.cells(group)]

    @property
    def means(self) -> dict[Group, float]:
        found = {group: mean(cell.mean for cell in self.cells(group)) for group in self.groups}
        return {group: value for group, value in found.items() if value is not None}

    @property
    def mean(self) -> float | None:
        return mean(self.means.values())

    @property
    def difference(self) -> Difference | None:
        """Only over items that both groups answered: other questions are another measure."""
        pairs = [
            (first, second) for first in self.groups for second in self.groups if first != second
        ]
        found = [one for pair in pairs if (one := self._apart(*pair)) is not None]
        return max(found, key=lambda one: one.size, default=None)

    def _apart(self, high: Group, low: Group) -> Difference | None:
        both = [item.cells for item in self.items if {high, low} <= set(item.cells)]
        size = mean(cells[high].mean - cells[low].mean for cells in both)
        return Difference(high, low, size) if size is not None and size > 0 else None

    def spread(self, group: Group) -> tuple[int, ...]:
        """How often each level was chosen, over the items that show."""
        cells = self.cells(group)
        return tuple(sum(cell.counts[level] for cell in cells) for level in range(LEVELS))


def blocks(seen: Seen) -> list[BlockFigures]:
    """All six, in their order; one without a question or an answer that shows is empty."""
    items = [_item(seen, item) for item in seen.items]
    return [
        BlockFigures(block, tuple(one for one in items if one.item.block == block))
        for block in Block
    ]


def _item(seen: Seen, item: RoundItem) -> ItemFigures:
    cells = {group: cell for group in Group if (cell := seen.cell(item, group))}
    levels = tuple(map(str, questions.scale_of(item).levels))
    return ItemFigures(item, questions.wording(item), levels, cells)


def mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return sum(known) / len(known) if known else None


def difference(means: Mapping[Group, float]) -> Difference | None:
    """Between the highest and the lowest group; none when fewer than two show."""
    if len(means) < 2:
        return None
    high = max(means, key=lambda group: means[group])
    low = min(means, key=lambda group: means[group])
    return Difference(high, low, means[high] - means[low])


def is_divided(cell: Cell) -> bool:
    return cell.low >= DIVIDED and cell.high >= DIVIDED


def by_difference(items: Sequence[ItemFigures]) -> list[ItemFigures]:
    """The greatest difference between groups first; items of one group alone are left out."""
    apart = [(one.size, item) for item in items if (one := item.difference)]
    return [item for _, item in sorted(apart, key=lambda pair: -pair[0])]


def by_spread(items: Sequence[ItemFigures]) -> list[ItemFigures]:
    """The greatest spread within a group first."""
    return sorted((item for item in items if item.cells), key=lambda item: -item.spread)
