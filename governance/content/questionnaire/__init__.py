"""The questionnaire on social media, block by block, for the five groups in and around a college.

The blocks come from the Vier in Balans model; that several groups answer the same matter, each in
its own words, is also how SELFIE of the European Commission works. All sentences are our own.

Fixed items are asked everywhere, so that rounds can be compared; a college adds others by choice.
A code never changes its meaning: a changed wording gets a new code.
"""

from __future__ import annotations

from governance.content.questionnaire import (
    collaboration,
    expertise,
    infrastructure,
    leadership,
    material,
    vision,
)
from governance.content.questionnaire.blocks import BLOCKS, CONVERSATION, GROUPS, Conversation
from governance.content.questionnaire.scales import SCALES
from governance.content.questionnaire.shape import Item, Scale

__all__ = [
    "BLOCKS",
    "CONVERSATION",
    "GROUPS",
    "ITEMS",
    "MOST_ITEMS",
    "SCALES",
    "Conversation",
    "Item",
    "Scale",
    "fixed_for",
    "item",
]

# On a phone an item takes about a quarter of a minute; more than this is more than ten minutes.
MOST_ITEMS = 40

ITEMS: tuple[Item, ...] = (
    *vision.ITEMS,
    *expertise.ITEMS,
    *material.ITEMS,
    *infrastructure.ITEMS,
    *leadership.ITEMS,
    *collaboration.ITEMS,
)

_BY_CODE = {each.code: each for each in ITEMS}


def item(code: str) -> Item:
    """The item with this code; KeyError when the questionnaire has none."""
    return _BY_CODE[code]


def fixed_for(group: str) -> tuple[Item, ...]:
    """What every college asks this group, in the order of the blocks."""
    return tuple(each for each in ITEMS if each.is_fixed and group in each.groups)
