"""Goals, indicators, the core strategy and the guided start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from core import audit
from governance.models import Goal, Indicator, Reading
from people.models import User
from tests.factories.goals import (
    AudienceFactory,
    GoalFactory,
    IndicatorFactory,
    ReadingFactory,
    StrategyFactory,
)

PAGES = {
    "governance:strategy-list": 8,
    "governance:strategy-create": 6,
    "governance:strategy-edit": 6,
    "governance:vision-start": 8,
    "governance:vision-start-domain": 8,
    "governance:goal-list": 8,
    "governance:goal-create": 6,
    "governance:goal-library": 8,
    "governance:goal-preview": 8,
    "governance:goal-detail": 12,
    "governance:goal-edit": 8,  # four lists to choose from, and the audiences that were chosen
    "governance:indicator-create": 6,
    "governance:indicator-detail": 12,
    "governance:indicator-edit": 6,
    "governance:reading-create": 6,
    "governance:reading-edit": 6,
    "governance:reading-import": 6,
    "governance:reading-export": 6,
}
STEPS = {
    "governance:strategy-move",
    "governance:strategy-retire",
    "governance:vision-write",
    "governance:goal-take",
    "governance:goal-submit",
    "governance:goal-decide",
    "governance:goal-take-back",
    "governance:goal-end",
    "governance:goal-reopen",
    "governance:indicator-delete",
    "governance:reading-delete",
}
BUSIEST = "The busiest goal"


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    goal = Goal.objects.get(title=BUSIEST)
    line = goal.strategy
    indicator = goal.indicators.order_by("pk")[0]
    assert line is not None
    on_goal, on_indicator = {"pk": goal.pk}, {"pk": indicator.pk}
    return {
        "governance:strategy-edit": {"pk": line.pk},
        "governance:vision-start-domain": {"domain": "learning"},
        "governance:goal-preview": {"code": "answer_in_time"},
        "governance:goal-detail": on_goal,
        "governance:goal-edit": on_goal,
        "governance:indicator-create": on_goal,
        "governance:indicator-detail": on_indicator,
        "governance:indicator-edit": on_indicator,
        "governance:reading-create": on_indicator,
        "governance:reading-edit": {"pk": Reading.objects.filter(indicator=indicator)[0].pk},
        "governance:reading-import": on_indicator,
        "governance:reading-export": on_indicator,
    }


def grow(reader: User, count: int) -> None:
    """Goals, lines and audiences; indicators, figures and a history of one of them."""
    lines = StrategyFactory.create_batch(count)
    busiest = Goal.objects.filter(title=BUSIEST).first()
    if busiest is None:
        busiest = GoalFactory(title=BUSIEST, author=reader, strategy=lines[0])
    for _ in range(count):
        IndicatorFactory(goal__owner=reader, goal__approved=True)
        audit.record("edited", busiest, by=reader)
    # A college knows tens of audiences, and the matrix of channels shows them all.
    for _ in range(max(1, count // 10)):
        busiest.audiences.add(AudienceFactory(code=f"own-{busiest.audiences.count()}"))
    IndicatorFactory.create_batch(count, goal=busiest)
    first: Indicator = busiest.indicators.order_by("pk")[0]
    begin = date(2024, 1, 1) + timedelta(days=first.readings.count())
    for day in range(count):
        ReadingFactory(indicator=first, on_date=begin + timedelta(days=day), by=reader)
