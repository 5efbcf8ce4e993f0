"""Where the college stands, in a handful of figures for who governs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from core.facts import Fact
from governance.domain import progress
from governance.models import Goal, Indicator, Measure
from reporting.domain import facts, planboard


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the portal measures, as last measured; None when it never was."""

    measure: Measure
    latest: Fact | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the overview shows: counts, and figures that the portal measured itself."""

    settled_tips: int
    goals: Counter[str]
    policies: int
    policies_in_force: int
    reviews_late: int
    consultations: int
    rounds_open: int
    incidents_open: int
    figures: tuple[Figure, ...]


def look(*, at: datetime) -> Standing:
    """As it is at `at`; three queries."""
    found = facts.collect(at)
    return Standing(
        settled_tips=planboard.count_settled(planboard.board(found)),
        goals=_goals(localdate(at)),
        policies=found["policies"],
        policies_in_force=found["policies_in_force"],
        reviews_late=found["reviews_late"],
        consultations=found["consultations"],
        rounds_open=found["rounds_open"],
        incidents_open=found["incidents_open"],
        figures=tuple(Figure(measure, found.told(measure)) for measure in facts.FIGURES),
    )


def _goals(day: date) -> Counter[str]:
    """Approved goals by how their indicators stand: "reached", "under_way", "worse", "stale"."""
    indicators = Indicator.objects.filter(goal__state=Goal.State.APPROVED)
    by_goal: dict[int, list[progress.Progress]] = {}
    for indicator in progress.with_last(indicators, day=day):
        by_goal.setdefault(indicator.goal_id, []).append(progress.told(indicator, day=day))
    return Counter(_state(found) for found in by_goal.values())


def _state(found: list[progress.Progress]) -> str:
    if all(one.is_stale for one in found):
        return "stale"
    states = {one.state for one in found}
    if states == {"reached"}:
        return "reached"
    return "worse" if "worse" in states else "under_way"
