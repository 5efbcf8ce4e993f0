"""Who judges what the rules leave open: the place of a learned model.

A judge may propose a team; it never answers, and it never overrules the policy. The judge that is
used now has no opinion, so that everything the rules leave open goes to a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from governance.domain.routing import Utterance


@dataclass(frozen=True, slots=True)
class Judgement:
    """A proposal: the code of a team, or an empty one for "no answer needed".

    `certainty` lies between 0 and 1.
    """

    team: str
    category: str
    priority: int
    certainty: float


class Judge(Protocol):
    def judge(self, utterance: Utterance) -> Judgement | None:
        """A proposal; None when the judge has none."""
        ...


class NoOpinion:
    """The judge without an opinion."""

    def judge(self, utterance: Utterance) -> Judgement | None:
        return None
