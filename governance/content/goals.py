"""The library of goals: each ties an activity to its consequence and its effect.

A college picks what fits its core strategy. An activity that leads to nothing is left out on
purpose: a goal here says why it is worth the hours, and by what one sees that it works.
"""

from __future__ import annotations

from governance.content.goal_shape import DOMAIN_CODES, MEASURED_SOURCES, LibraryGoal
from governance.content.goals_communication import COMMUNICATION_GOALS
from governance.content.goals_keeping_up import KEEPING_UP_GOALS
from governance.content.goals_learning import LEARNING_GOALS

__all__ = [
    "DOMAIN_CODES",
    "GOALS",
    "MEASURED_SOURCES",
    "LibraryGoal",
    "goal_by_code",
    "goals_in_domain",
]

GOALS: tuple[LibraryGoal, ...] = (*COMMUNICATION_GOALS, *LEARNING_GOALS, *KEEPING_UP_GOALS)

_BY_CODE = {goal.code: goal for goal in GOALS}


def goal_by_code(code: str) -> LibraryGoal | None:
    """The goal a stored code points at, or nothing when the library never held it."""
    return _BY_CODE.get(code)


def goals_in_domain(domain: str) -> tuple[LibraryGoal, ...]:
    return tuple(goal for goal in GOALS if goal.domain == domain)
