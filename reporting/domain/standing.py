"""Where the college stands, in a handful of figures for who governs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from governance.domain import progress
from governance.models import (
    Consultation,
    Goal,
    Incident,
    Indicator,
    Measure,
    Measurement,
    Policy,
    Review,
    Round,
)
from reporting.domain import planboard

SHOWN = (Measure.IN_TIME, Measure.ACKNOWLEDGED, Measure.FOLLOWERS, Measure.HEALTHY)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the portal measures, as last measured; None when it never was."""

    measure: Measure
    latest: Measurement | None


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
    day = localdate(at)
    kinds = Policy.objects.exclude(kind=Policy.Kind.VISION)
    return Standing(
        settled_tips=planboard.count_settled(planboard.board(at=at)),
        goals=_goals(day),
        policies=kinds.count(),
        policies_in_force=kinds.filter(versions__state="in_force").count(),
        reviews_late=Review.objects.overdue(day=day).count(),
        consultations=Consultation.objects.open(at=at).count(),
        rounds_open=Round.objects.filter(state=Round.State.OPEN).count(),
        incidents_open=Incident.objects.filter(closed_at__isnull=True).count(),
        figures=_figures(),
    )


def _goals(day: date) -> Counter[str]:
    """Approved goals by how their indicators stand: "reached", "under_way", "worse", "stale"."""
    indicators = Indicator.objects.filter(goal__state=Goal.State.APPROVED)
    by_goal: dict[int, list[progress.Progress]] = {}
    for indicator in progress.of(indicators, day=day).values():
        by_goal.setdefault(indicator.indicator.goal_id, []).append(indicator)
    return Counter(_state(found) for found in by_goal.values())


def _state(found: list[progress.Progress]) -> str:
    if all(one.is_stale for one in found):
        return "stale"
    states = {one.state for one in found}
    if states == {"reached"}:
        return "reached"
    return "worse" if "worse" in states else "under_way"


def _figures() -> tuple[Figure, ...]:
    newest = Measurement.objects.filter(measure__in=SHOWN).order_by("measure", "-on_date")
    latest = {one.measure: one for one in newest.distinct("measure")}
    return tuple(Figure(measure, latest.get(measure.value)) for measure in SHOWN)
