"""Two rounds beside each other: what changed, and what may as well be chance.

Other people answered, and not all of them. With few answers a mean moves by itself: a difference
smaller than about two standard errors (95 of 100 times chance stays below it) is called noise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from governance.domain.rounds import figures
from governance.domain.rounds.veil import Cell, Seen
from governance.models import Block, Group

WIDTH = 1.96
LEAST_VARIANCE = 0.25
"""Five people who all say the same are no proof that nobody thinks otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """A mean before and after, and how far chance alone would bring it."""

    before: float
    after: float
    chance: float

    @property
    def size(self) -> float:
        return self.after - self.before

    @property
    def is_noise(self) -> bool:
        return abs(self.size) <= self.chance


@dataclass(frozen=True, slots=True)
class BlockChange:
    block: Block
    group: Group
    change: Change
    items: int


@dataclass(frozen=True, slots=True)
class ItemChange:
    text: str
    group: Group
    change: Change


def of_cells(before: Cell, after: Cell) -> Change:
    return Change(before.mean, after.mean, _chance([before], [after]))


def of_blocks(before: Seen, after: Seen) -> list[BlockChange]:
    """Per block and group, over the items that show in both rounds."""
    return [
        BlockChange(block, group, change, len(pairs))
        for block in Block
        for group in Group
        if (pairs := _pairs(before, after, block, group))
        and (change := _of_pairs(pairs)) is not None
    ]


def of_items(before: Seen, after: Seen) -> list[ItemChange]:
    """Per item and group, the greatest real change first and what may be chance at the end."""
    names = {one.item.code: one.text for block in figures.blocks(after) for one in block.items}
    found = [
        ItemChange(names[code], Group(group), of_cells(old, new))
        for (code, group), new in after.cells.items()
        if (old := before.cells.get((code, group)))
    ]
    return sorted(found, key=lambda one: (one.change.is_noise, -abs(one.change.size)))


def _pairs(before: Seen, after: Seen, block: Block, group: Group) -> list[tuple[Cell, Cell]]:
    return list(_same(before, after, block, group))


def _same(before: Seen, after: Seen, block: Block, group: Group) -> Iterator[tuple[Cell, Cell]]:
    for item in after.items:
        old, new = before.cell(item, group), after.cell(item, group)
        if item.block == block and old and new:
            yield old, new


def _of_pairs(pairs: Sequence[tuple[Cell, Cell]]) -> Change | None:
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    then, now = figures.mean(cell.mean for cell in old), figures.mean(cell.mean for cell in new)
    if then is None or now is None:
        return None
    return Change(then, now, _chance(old, new))


def _chance(before: Sequence[Cell], after: Sequence[Cell]) -> float:
    """Answers of one person go together, so items of a block do not count as more people."""
    return WIDTH * sqrt(_error(before) + _error(after))


def _error(cells: Sequence[Cell]) -> float:
    variance = sum(cell.variance for cell in cells) / len(cells)
    return max(variance, LEAST_VARIANCE) / min(cell.answers for cell in cells)
