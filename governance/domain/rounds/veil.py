"""What may be seen of the answers. No other code of the report reads a response.

A group shows from five forms, an item of it from five answers that are a number. What does not show
counts nowhere: every total, mean and difference is made of what does show, so that nothing can be
found by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from governance.models import Round, RoundItem, RoundResponse

LEAST = 5
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """How often each level was chosen for one item in one group; `skipped` is not applicable."""

    counts: tuple[int, int, int, int, int]
    skipped: int = 0

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> float:
        return sum(level * count for level, count in enumerate(self.counts, 1)) / self.answers

    @property
    def variance(self) -> float:
        mean = self.mean
        squares = sum(
            count * (level - mean) ** 2 for level, count in enumerate(self.counts, start=1)
        )
        return squares / (self.answers - 1)

    @property
    def low(self) -> float:
        """The share that chose one of the two lowest levels."""
        return sum(self.counts[:2]) / self.answers

    @property
    def high(self) -> float:
        return sum(self.counts[3:]) / self.answers


@dataclass(frozen=True, slots=True)
class Seen:
    """All that may be seen of a round: `cells` by item code and group, the rest by group."""

    items: tuple[RoundItem, ...]
    forms: Mapping[str, int]
    cells: Mapping[tuple[str, str], Cell]
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def cell(self, item: RoundItem, group: str) -> Cell | None:
        return self.cells.get((item.code, group))


def look(*held: Round) -> list[Seen]:
    """What may be seen of each of these closed rounds; two queries."""
    items: dict[int, list[RoundItem]] = {one.pk: [] for one in held}
    for item in RoundItem.objects.filter(round__in=held).order_by("position"):
        items[item.round_id].append(item)
    forms: dict[int, list[tuple[str, dict[str, Any], str]]] = {one.pk: [] for one in held}
    rows = RoundResponse.objects.filter(round__in=held, is_complete=True).order_by("pk")
    for round_id, *form in rows.values_list("round_id", "group", "answers", "remark"):
        forms[round_id].append((form[0], form[1], form[2]))
    return [draw(items[one.pk], forms[one.pk]) for one in held]


def draw(items: Sequence[RoundItem], forms: Iterable[tuple[str, dict[str, Any], str]]) -> Seen:
    """The veil itself, over forms of a group, answers and a remark."""
    by_group: dict[str, list[tuple[dict[str, Any], str]]] = {}
    for group, answers, remark in forms:
        by_group.setdefault(group, []).append((answers, remark))
    shown = {group: some for group, some in by_group.items() if len(some) >= LEAST}
    cells = {
        (item.code, group): cell
        for group, some in shown.items()
        for item in items
        if group in item.groups
        and (cell := _cell([answers.get(str(item.pk)) for answers, _ in some]))
    }
    remarks = {
        group: tuple(sorted(text for _, remark in some if (text := remark.strip())))
        for group, some in shown.items()
    }
    return Seen(tuple(items), {group: len(some) for group, some in shown.items()}, cells, remarks)


def _cell(answers: Sequence[Any]) -> Cell | None:
    one, two, three, four, five = (answers.count(level) for level in range(1, LEVELS + 1))
    cell = Cell((one, two, three, four, five), answers.count(0))
    return cell if cell.answers >= LEAST else None
