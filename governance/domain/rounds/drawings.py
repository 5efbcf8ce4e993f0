"""The figures of a report: the balance, the radar, and how answers are spread."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from core.charts import Chart, balance, radar, spread
from governance.content.questionnaire import BLOCKS
from governance.domain.rounds.figures import BlockFigures, ItemFigures
from governance.domain.rounds.talking import group_name
from governance.models import Block, Group

PILLARS = (Block.VISION, Block.EXPERTISE, Block.MATERIAL, Block.INFRASTRUCTURE)
SUPPORTS = (Block.LEADERSHIP, Block.COLLABORATION)
STAFF = (Group.LEADERS, Group.TEACHERS, Group.SUPPORT)
OTHERS = (Group.STUDENTS, Group.TRAINERS)
MOST_LINES = 4


def block_name(block: str) -> str:
    return str(BLOCKS[block][0])


def balance_of(blocks: Sequence[BlockFigures]) -> Chart:
    """The four in balance and the two beside them; each group weighs as much as another."""
    means = {figures.block: figures.mean for figures in blocks}
    return balance.draw(
        _("The balance of the college"),
        [(block_name(block), means[block]) for block in PILLARS],
        [(block_name(block), means[block]) for block in SUPPORTS],
        _("social media"),
    )


def radars_of(blocks: Sequence[BlockFigures], groups: Sequence[Group]) -> list[Chart]:
    """A line for each group; more than four lines are two figures: the staff, and the others."""
    if not groups:
        return []
    if len(groups) <= MOST_LINES:
        return [_radar(_("The blocks as each group sees them"), blocks, groups)]
    staff = [group for group in groups if group in STAFF]
    others = [group for group in groups if group in OTHERS]
    return [
        _radar(_("The blocks as the staff sees them"), blocks, staff),
        _radar(_("The blocks as students and in-company trainers see them"), blocks, others),
    ]


def _radar(title: str, blocks: Sequence[BlockFigures], groups: Sequence[Group]) -> Chart:
    axes = [block_name(figures.block) for figures in blocks]
    lines = [
        (group_name(group), [figures.means.get(group) for figures in blocks]) for group in groups
    ]
    return radar.draw(title, axes, lines)


def spread_of_block(figures: BlockFigures) -> Chart:
    """How often each level was chosen, over all items of the block, per group."""
    rows = [
        (group_name(group), figures.spread(group), mean) for group, mean in figures.means.items()
    ]
    title = _("%(block)s: how often each level was chosen") % {"block": block_name(figures.block)}
    return spread.draw(title, rows, _levels())


def spread_of_item(item: ItemFigures) -> Chart:
    rows = [(group_name(group), cell.counts, cell.mean) for group, cell in item.cells.items()]
    return spread.draw(item.text, rows, _levels())


def _levels() -> tuple[str, ...]:
    return (_("1 (lowest)"), "2", "3", "4", _("5 (highest)"))
