"""What to talk about: where groups see it differently, where one group is divided, what is low.

A mean hides what matters most; so differences come first, then spread, then low scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from governance.content.questionnaire import BLOCKS, CONVERSATION, GROUPS
from governance.domain.rounds import change
from governance.domain.rounds.figures import BlockFigures
from governance.models import Block

APART = 0.75
LOW = 2.6
MOST = 8


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as a sentence, and a question for the conversation about it."""

    kind: str
    block: Block
    finding: str
    question: str
    weight: float

    @property
    def block_name(self) -> str:
        return str(BLOCKS[self.block][0])


def points(blocks: Sequence[BlockFigures]) -> list[Point]:
    """The strongest first: at most one of each kind for a block."""
    found = [point for block in blocks for point in _of_block(block)]
    order = {"apart": 0, "divided": 1, "low": 2}
    return sorted(found, key=lambda one: (order[one.kind], -one.weight))[:MOST]


def _of_block(figures: BlockFigures) -> Iterator[Point]:
    yield from _apart(figures)
    yield from _divided(figures)
    yield from _low(figures)


def _apart(figures: BlockFigures) -> Iterator[Point]:
    """The item on which groups differ most, and more than by chance, stands for its block."""
    apart = [
        (one.size, one, item)
        for item in figures.items
        if (one := item.difference)
        and not change.of_cells(item.cells[one.low], item.cells[one.high]).is_noise
    ]
    if not apart:
        return
    size, one, item = max(apart, key=lambda found: found[0])
    if size < APART:
        return
    finding = _("%(high)s score %(size)s higher than %(low)s on “%(item)s”.") % {
        "high": group_name(one.high).capitalize(),
        "low": group_name(one.low),
        "size": decimal(size),
        "item": item.text.rstrip("."),
    }
    question = str(CONVERSATION[figures.block].opinions_differ)
    yield Point("apart", figures.block, finding, question, size)


def _divided(figures: BlockFigures) -> Iterator[Point]:
    split = [
        (min(cell.low, cell.high), group, cell, item)
        for item in figures.items
        for group, cell in item.cells.items()
        if group in item.divided
    ]
    if not split:
        return
    size, group, cell, item = max(split, key=lambda found: found[0])
    finding = _(
        "%(group)s do not agree among themselves on “%(item)s”: %(low)s chose a low level,"
        " %(high)s a high one."
    ) % {
        "group": group_name(group).capitalize(),
        "item": item.text.rstrip("."),
        "low": percent(cell.low),
        "high": percent(cell.high),
    }
    question = _("What do those who chose high see, that those who chose low do not see?")
    yield Point("divided", figures.block, finding, question, size)


def _low(figures: BlockFigures) -> Iterator[Point]:
    score = figures.mean
    if score is None or score > LOW:
        return
    finding = _("%(block)s scores low: %(score)s of 5.") % {
        "block": BLOCKS[figures.block][0],
        "score": decimal(score),
    }
    question = str(CONVERSATION[figures.block].score_is_low)
    yield Point("low", figures.block, finding, question, 5 - score)


def group_name(group: str) -> str:
    return str(GROUPS[group])


def decimal(value: float) -> str:
    return str(number_format(round(value, 1), 1))


def percent(share: float) -> str:
    return f"{round(share * 100)} %"
