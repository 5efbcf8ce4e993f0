"""How far an indicator is on its way from the baseline to the target, and whether we still know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery

from governance.models import Indicator, Reading

GRACE: Final = timedelta(days=7)
"""A figure that is due may be this late before it is called stale."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an indicator stands. `percent` may be below 0 or above 100; `shown` may not.

    `percent` is None as long as there is no figure, or no baseline to count from.
    """

    indicator: Indicator
    latest: Reading | None
    percent: int | None
    is_reached: bool
    is_stale: bool

    @property
    def shown(self) -> int:
        return min(max(self.percent or 0, 0), 100)

    @property
    def state(self) -> str:
        """One word for what the page says about it."""
        if self.latest is None:
            return "unknown"
        if self.is_reached:
            return "reached"
        if self.percent is None:
            return "no_baseline"
        return "worse" if self.percent < 0 else "under_way"


def percent(indicator: Indicator, value: Decimal) -> int | None:
    """Which part of the way `value` is, in either direction; None without a way to go."""
    if indicator.baseline is None:
        return None
    way = indicator.target - indicator.baseline
    if not way:
        return 100 if is_reached(indicator, value) else 0
    part = (value - indicator.baseline) * 100 / way
    return int(part.quantize(Decimal(1), ROUND_HALF_UP))


def is_reached(indicator: Indicator, value: Decimal) -> bool:
    return value >= indicator.target if indicator.higher_is_better else value <= indicator.target


def is_stale(indicator: Indicator, last: date | None, *, day: date) -> bool:
    """Whether a new figure should have been there on `day`; without any figure it should."""
    return last is None or last + timedelta(days=indicator.every_days) + GRACE < day


def of(indicators: Iterable[Indicator], *, day: date) -> dict[int, Progress]:
    """The progress of each, by its id; one query for all."""
    listed = list(indicators)
    readings = Reading.objects.filter(indicator__in=listed, on_date__lte=day)
    newest = readings.order_by("indicator", "-on_date").distinct("indicator")
    latest = {reading.indicator_id: reading for reading in newest}
    return {one.pk: _progress(one, latest.get(one.pk), day) for one in listed}


def with_last(indicators: QuerySet[Indicator], *, day: date) -> QuerySet[Indicator]:
    """Indicators that are still to be asked for, with what `told` needs of their last figure."""
    readings = Reading.objects.filter(indicator=OuterRef("pk"), on_date__lte=day)
    last = readings.order_by("-on_date")[:1]
    return indicators.annotate(
        last_day=Subquery(last.values("on_date")), last_value=Subquery(last.values("value"))
    )


def told(indicator: Indicator, *, day: date) -> Progress:
    """The progress of an indicator that was asked for `with_last`; no query."""
    on_date: date | None = getattr(indicator, "last_day", None)
    value: Decimal | None = getattr(indicator, "last_value", None)
    if on_date is None or value is None:
        return _progress(indicator, None, day)
    return _progress(indicator, Reading(indicator=indicator, on_date=on_date, value=value), day)


def _progress(indicator: Indicator, latest: Reading | None, day: date) -> Progress:
    return Progress(
        indicator=indicator,
        latest=latest,
        percent=percent(indicator, latest.value) if latest else None,
        is_reached=bool(latest and is_reached(indicator, latest.value)),
        is_stale=is_stale(indicator, latest.on_date if latest else None, day=day),
    )
