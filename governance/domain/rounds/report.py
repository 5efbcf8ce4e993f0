"""The report of a closed round: everything the page, the PDF and the CSV file show."""

from __future__ import annotations

from dataclasses import dataclass

from governance.domain.rounds import change, evidence, figures, inviting, talking, veil
from governance.domain.rounds.change import BlockChange, ItemChange
from governance.domain.rounds.evidence import Beside
from governance.domain.rounds.figures import BlockFigures, ItemFigures
from governance.domain.rounds.inviting import Turnout
from governance.domain.rounds.talking import Point
from governance.domain.rounds.veil import Seen
from governance.models import Group, Round, RoundItem

MOST_ITEMS = 4


@dataclass(frozen=True, slots=True)
class Report:
    """`earlier` is the round that it is compared with, if any."""

    held: Round
    seen: Seen
    turnout: list[Turnout]
    blocks: list[BlockFigures]
    points: list[Point]
    beside: list[Beside]
    earlier: Round | None
    block_changes: list[BlockChange]
    item_changes: list[ItemChange]

    @property
    def groups(self) -> list[Group]:
        """The groups that show."""
        return [group for group in Group if group in self.seen.forms]

    @property
    def items(self) -> list[ItemFigures]:
        return [item for block in self.blocks for item in block.items]

    @property
    def most_apart(self) -> list[ItemFigures]:
        return figures.by_difference(self.items)[:MOST_ITEMS]

    @property
    def most_spread(self) -> list[ItemFigures]:
        return figures.by_spread(self.items)[:MOST_ITEMS]

    @property
    def own(self) -> list[ItemFigures]:
        return [one for one in self.items if one.item.kind == RoundItem.Kind.OWN]

    @property
    def remarks(self) -> list[tuple[Group, tuple[str, ...]]]:
        return [(group, texts) for group in self.groups if (texts := self.seen.remarks[group])]


def make(held: Round, *, earlier: Round | None = None) -> Report:
    """The report of a closed round, beside an earlier one where that is given."""
    seen, *rest = veil.look(held, *([earlier] if earlier else []))
    before = rest[0] if rest else None
    blocks = figures.blocks(seen)
    return Report(
        held=held,
        seen=seen,
        turnout=inviting.turnout(held, answered=seen.forms),
        blocks=blocks,
        points=talking.points(blocks),
        beside=evidence.beside(held, blocks),
        earlier=earlier,
        block_changes=change.of_blocks(before, seen) if before else [],
        item_changes=change.of_items(before, seen) if before else [],
    )


def earlier_rounds(held: Round) -> list[Round]:
    """Closed rounds that it can be compared with, newest first."""
    closed = Round.objects.filter(state=Round.State.CLOSED, closed_at__lt=held.closed_at)
    return list(closed.order_by("-closed_at")[:20])
