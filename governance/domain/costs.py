"""What a goal or a channel costs in a period, beside what was reached. Effect is never made euros.

Publication, chapter 5: an account is free and keeping it up is not. A cost counts for the days of
the period that it covers; logged hours count at one rate, so they need no amount of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import meantime
from governance.models import ChannelChoice, Cost, Goal, HoursSpent, Indicator, Reading
from people.models import User

STANDARD_RATE = Decimal(55)
"""Euro an hour, until the reader fills in what holds at the college."""

CENT = Decimal("0.01")
PERCENT = frozenset({"%", "procent", "percent"})
WORTH_DIVIDING = Decimal(1)
"""From how many percent points a cost for each of them says something."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an indicator began, stands and should go. `start` is where the period found it."""

    indicator: Indicator
    start: Decimal | None
    latest: Decimal | None
    latest_date: date | None

    @property
    def moved(self) -> Decimal | None:
        """How far it came in the period, in the direction that we want."""
        if self.start is None or self.latest is None:
            return None
        moved = self.latest - self.start
        return moved if self.indicator.higher_is_better else -moved

    @property
    def is_percent(self) -> bool:
        return self.indicator.unit.strip().lower() in PERCENT


@dataclass(slots=True)
class Line:
    """One goal or channel: what it cost, which hours went into it, and what was reached."""

    subject: Goal | ChannelChoice | None
    kinds: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    hours: Decimal = Decimal(0)
    rate: Decimal = STANDARD_RATE
    progress: list[Progress] = field(default_factory=list)

    @property
    def amounts(self) -> Decimal:
        return sum(self.kinds.values(), Decimal(0))

    @property
    def hours_value(self) -> Decimal:
        return (self.hours * self.rate).quantize(CENT)

    @property
    def total(self) -> Decimal:
        return self.amounts + self.hours_value

    @property
    def per_point(self) -> Decimal | None:
        """Euro for each percent point: only where one percentage moved, and moved enough."""
        if len(self.progress) != 1 or not self.total:
            return None
        moved = self.progress[0].moved
        if not self.progress[0].is_percent or moved is None or moved < WORTH_DIVIDING:
            return None
        return (self.total / moved).quantize(CENT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it: the same euros told once by goal and once by channel."""

    period: Period
    rate: Decimal
    by_goal: list[Line]
    by_channel: list[Line]

    @property
    def total(self) -> Decimal:
        return sum((line.total for line in self.by_goal), Decimal(0))

    @property
    def hours(self) -> Decimal:
        return sum((line.hours for line in self.by_goal), Decimal(0))


def overlapping(period: Period) -> QuerySet[Cost]:
    return Cost.objects.filter(from_date__lte=period.last, until_date__gte=period.first)


def share(cost: Cost, period: Period) -> Decimal:
    """The part of a cost that falls in the period, by days."""
    first, last = max(cost.from_date, period.first), min(cost.until_date, period.last)
    inside = max((last - first).days + 1, 0)
    whole = (cost.until_date - cost.from_date).days + 1
    return (cost.total * inside / whole).quantize(CENT)


def sheet(period: Period, rate: Decimal = STANDARD_RATE) -> Sheet:
    """Costs and hours of the period, by goal (with its indicators) and by channel."""
    costs = list(overlapping(period).select_related("goal", "choice"))
    hours = list(
        HoursSpent.objects.filter(on_date__range=(period.first, period.last))
        .values_list("goal", "choice")
        .annotate(total=Sum("hours"))
    )
    goals = Goal.objects.in_bulk([goal for goal, _choice, _total in hours if goal])
    choices = ChannelChoice.objects.in_bulk([choice for _goal, choice, _total in hours if choice])
    by_goal = _lines(costs, lambda cost: cost.goal, period, rate)
    by_channel = _lines(costs, lambda cost: cost.choice, period, rate)
    for goal, choice, total in hours:
        _line(by_goal, goals.get(goal), rate).hours += total
        _line(by_channel, choices.get(choice), rate).hours += total
    _tell_progress(by_goal, period)
    return Sheet(period, rate, _sorted(by_goal), _sorted(by_channel))


Lines = dict[int | None, Line]


def _lines(
    costs: Iterable[Cost], subject_of: Callable[[Cost], Any], period: Period, rate: Decimal
) -> Lines:
    lines: Lines = {}
    for cost in costs:
        _line(lines, subject_of(cost), rate).kinds[cost.kind] += share(cost, period)
    return lines


def _line(lines: Lines, subject: Any, rate: Decimal) -> Line:
    return lines.setdefault(subject.pk if subject else None, Line(subject, rate=rate))


def _sorted(lines: Lines) -> list[Line]:
    """The dearest first; what belongs nowhere last."""
    return sorted(lines.values(), key=lambda line: (line.subject is None, -line.total))


def _tell_progress(lines: Lines, period: Period) -> None:
    indicators = Indicator.objects.filter(goal__in=[pk for pk in lines if pk]).order_by("pk")
    found = list(indicators)
    before = _last_readings(found, until=period.first)
    latest = _last_readings(found, until=period.last)
    for one in found:
        start, now = before.get(one.pk), latest.get(one.pk)
        lines[one.goal_id].progress.append(
            Progress(
                one,
                start.value if start else one.baseline,
                now.value if now else None,
                now.on_date if now else None,
            )
        )


def _last_readings(indicators: list[Indicator], *, until: date) -> dict[int, Reading]:
    readings = Reading.objects.filter(indicator__in=indicators, on_date__lte=until)
    newest = readings.order_by("indicator_id", "-on_date").distinct("indicator_id")
    return {reading.indicator_id: reading for reading in newest}


def year_until(day: date) -> Period:
    """The twelve months until `day`, which a sheet shows unless somebody chooses."""
    return Period(day - timedelta(days=364), day)


@transaction.atomic
def write(cost: Cost, *, by: User, seen: str) -> Cost:
    """Store a cost, new or changed. Raises `ChangedMeanwhile`."""
    is_new = cost.pk is None
    if not is_new:
        meantime.seen(cost, seen)
    cost.save()
    verb = gettext_noop("wrote down a cost") if is_new else gettext_noop("changed a cost")
    audit.record(verb, cost, by=by, total=str(cost.total), kind=cost.kind)
    return cost


@transaction.atomic
def remove(cost: Cost, *, by: User) -> None:
    audit.record(gettext_noop("removed a cost"), cost, by=by, total=str(cost.total))
    cost.delete()
