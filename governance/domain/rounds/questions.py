"""What a question of a round says to a group, and on which scale it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from governance.content import questionnaire
from governance.content.questionnaire import Scale
from governance.models import Block, RoundItem

OWN_SCALE = "agreeing"
NOT_APPLICABLE = 0
SECONDS_EACH = 14


@dataclass(frozen=True, slots=True)
class Question:
    """One question as one group reads it."""

    item: RoundItem
    text: str
    scale: Scale

    @property
    def key(self) -> str:
        """Its name in a form and among the answers."""
        return str(self.item.pk)

    @property
    def levels(self) -> list[tuple[int, str]]:
        """1 to 5 as sentences, and "not applicable" at the end."""
        numbered = list(enumerate(map(str, self.scale.levels), start=1))
        return [*numbered, (NOT_APPLICABLE, str(self.scale.not_applicable))]


def wording(item: RoundItem, group: str = "") -> str:
    """The text of an item as this group reads it; without a group, as the staff does."""
    if item.kind == RoundItem.Kind.OWN:
        return item.text
    return str(questionnaire.item(item.code).wording(group))


def scale_of(item: RoundItem) -> Scale:
    own = item.kind == RoundItem.Kind.OWN
    return questionnaire.SCALES[OWN_SCALE if own else questionnaire.item(item.code).scale]


def for_group(items: Iterable[RoundItem], group: str) -> list[Question]:
    """What this group is asked, in order."""
    asked = sorted((item for item in items if group in item.groups), key=lambda one: one.position)
    return [Question(item, wording(item, group), scale_of(item)) for item in asked]


def steps(questions: Iterable[Question]) -> list[tuple[Block, list[Question]]]:
    """The pages of the questionnaire: one for each block of which something is asked."""
    asked = list(questions)
    found = [(block, [one for one in asked if one.item.block == block]) for block in Block]
    return [(block, some) for block, some in found if some]


def minutes(questions: Sequence[Question]) -> int:
    """How long it takes to answer them, rounded up."""
    return max(1, ceil(len(questions) * SECONDS_EACH / 60))
