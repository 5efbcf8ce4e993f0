"""Figures of indicators: filled in by hand with their source, or measured by the portal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import goals
from governance.models import Goal, Indicator, Measure, Measurement, Reading
from people.models import User


class AlreadyThere(Exception):
    """There is a figure for that day; `reading` is it."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("There is a figure for that day.")
        self.reading = reading


# --- what the portal measures ----------------------------------------------------------------


@transaction.atomic
def record(measure: str, value: Decimal | float, on: date) -> Measurement:
    """Keep what was measured on a day, and pass it on to every indicator that it feeds.

    A later measurement of the same day replaces the earlier one.
    """
    rounded = round(Decimal(value), 2)
    kept, _ = Measurement.objects.update_or_create(
        measure=measure, on_date=on, defaults={"value": rounded}
    )
    fed = Indicator.objects.filter(measure=measure).values_list("pk", flat=True)
    _feed(Reading(indicator_id=pk, on_date=on, value=rounded, source=measure) for pk in fed)
    return kept


def _feed(readings: Any) -> None:
    """Store readings of the portal; the latest measurement of a day wins."""
    Reading.objects.bulk_create(
        readings,
        update_conflicts=True,
        unique_fields=["indicator", "on_date"],
        update_fields=["value", "source", "by"],
    )


def latest_measured(measure: str) -> Measurement | None:
    return Measurement.objects.filter(measure=measure).order_by("-on_date").first()


def _refeed(indicator: Indicator, *, before: str) -> None:
    """After another choice of measure: the figures of the old one go (they stay as measurements),
    those of the new one come, from the first day that it was measured."""
    if before:
        indicator.readings.filter(source=before, by__isnull=True).delete()
    if indicator.measure:
        measured = Measurement.objects.filter(measure=indicator.measure)
        Reading.objects.bulk_create(
            [
                Reading(
                    indicator=indicator,
                    on_date=one.on_date,
                    value=one.value,
                    source=indicator.measure,
                )
                for one in measured
            ],
            ignore_conflicts=True,
        )


# --- indicators of a goal ----------------------------------------------------------------------


@transaction.atomic
def write(
    goal: Goal,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
    indicator: Indicator | None = None,
) -> Indicator:
    """Change `indicator`, or add one to a draft. What it feeds on is read from the start."""
    current = goals.touch(goal, edition=edition, by=by)
    written = indicator or Indicator(goal=current)
    before = written.measure
    for name, value in fields.items():
        setattr(written, name, value)
    written.save()
    if written.measure != before:
        _refeed(written, before=before)
    verb = gettext_noop("changed an indicator") if indicator else gettext_noop("added an indicator")
    audit.record(verb, current, by=by, indicator=written.name)
    return written


@transaction.atomic
def remove(indicator: Indicator, *, edition: int, by: User) -> None:
    """Take an indicator out of a draft, with its figures."""
    current = goals.touch(indicator.goal, edition=edition, by=by)
    name, count = indicator.name, indicator.readings.count()
    indicator.delete()
    audit.record(
        gettext_noop("removed an indicator"), current, by=by, indicator=name, figures=count
    )


# --- figures by hand ---------------------------------------------------------------------------


@transaction.atomic
def write_reading(
    indicator: Indicator,
    *,
    on: date,
    value: Decimal,
    source: str,
    by: User,
    reading: Reading | None = None,
) -> Reading:
    """Fill in a figure, or correct `reading`. Raises `AlreadyThere` when the day has another."""
    Indicator.objects.select_for_update().get(pk=indicator.pk)
    taken = indicator.readings.filter(on_date=on)
    if reading:
        taken = taken.exclude(pk=reading.pk)
    if other := taken.first():
        raise AlreadyThere(other)
    written = reading or Reading(indicator=indicator)
    before = str(written.value) if reading else ""
    written.on_date, written.value, written.source, written.by = on, value, source, by
    written.save()
    verb = gettext_noop("corrected a figure") if reading else gettext_noop("filled in a figure")
    _tell(verb, indicator, by=by, on=on, value=value, before=before)
    return written


@transaction.atomic
def remove_reading(reading: Reading, *, by: User) -> None:
    """Take a figure away that should not have been there."""
    on, value = reading.on_date, reading.value
    reading.delete()
    _tell(gettext_noop("removed a figure"), reading.indicator, by=by, on=on, value=value)


def _tell(
    verb: str, indicator: Indicator, *, by: User, on: date, value: Decimal, before: str = ""
) -> None:
    about = {"indicator": indicator.name, "on": on.isoformat(), "value": str(value)}
    audit.record(verb, indicator.goal, by=by, **about, **({"before": before} if before else {}))


def source_label(reading: Reading) -> str:
    """Where a figure comes from, in words: what the portal measured has a code as its source."""
    if reading.source in Measure.values:
        return str(Measure(reading.source).label)
    return reading.source
