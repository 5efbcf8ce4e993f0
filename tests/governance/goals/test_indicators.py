"""Figures come in by hand with their source, or from what the portal measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core import audit
from governance.domain import goals, indicators
from governance.models import Goal, Indicator, Measure, Measurement, Reading
from people.models import User
from tests.factories.goals import GoalFactory, IndicatorFactory, ReadingFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
FOLLOWERS = Measure.FOLLOWERS.value


def figures(indicator: Indicator) -> list[tuple[date, Decimal]]:
    return list(indicator.readings.order_by("on_date").values_list("on_date", "value"))


def test_what_is_measured_feeds_every_indicator_that_asks_for_it() -> None:
    fed, other = IndicatorFactory(measure=FOLLOWERS), IndicatorFactory()

    indicators.record(FOLLOWERS, Decimal(1200), DAY)

    assert figures(fed) == [(DAY, Decimal(1200))]
    assert figures(other) == []


def test_measuring_twice_on_a_day_keeps_the_last_figure() -> None:
    fed = IndicatorFactory(measure=FOLLOWERS)

    for value in (1200, 1210):
        indicators.record(FOLLOWERS, Decimal(value), DAY)

    assert figures(fed) == [(DAY, Decimal(1210))]
    assert Measurement.objects.get().value == 1210


def test_a_new_indicator_begins_with_what_was_measured_before(dirk: User) -> None:
    indicators.record(FOLLOWERS, Decimal(1200), DAY)
    goal = GoalFactory(author=dirk)

    new = indicators.write(
        goal,
        edition=1,
        by=dirk,
        fields={"name": "Volgers", "target": Decimal(2000), "measure": FOLLOWERS},
    )

    assert figures(new) == [(DAY, Decimal(1200))]


def test_another_measure_takes_its_own_figures_along_and_leaves_those_by_hand(dirk: User) -> None:
    indicator = IndicatorFactory(measure=FOLLOWERS)
    indicators.record(FOLLOWERS, Decimal(1200), DAY)
    by_hand = ReadingFactory(indicator=indicator, on_date=date(2026, 8, 1), value=1100)

    indicators.write(
        indicator.goal, edition=1, by=dirk, fields={"measure": ""}, indicator=indicator
    )

    assert list(indicator.readings.all()) == [by_hand]
    assert Measurement.objects.count() == 1


def test_an_indicator_of_an_approved_goal_is_not_changed(dirk: User) -> None:
    indicator = IndicatorFactory(goal__approved=True)

    with pytest.raises(goals.WrongState):
        indicators.write(
            indicator.goal, edition=1, by=dirk, fields={"target": 10}, indicator=indicator
        )


def test_a_figure_by_hand_says_who_and_from_where(dirk: User) -> None:
    indicator = IndicatorFactory()

    reading = indicators.write_reading(
        indicator, on=DAY, value=Decimal("52.5"), source="Intake", by=dirk
    )

    assert (reading.by, reading.source) == (dirk, "Intake")
    entry = audit.history(indicator.goal)[0]
    assert (entry.verb, entry.detail["value"]) == ("filled in a figure", "52.5")


def test_a_day_has_one_figure(dirk: User) -> None:
    there = ReadingFactory(on_date=DAY)

    with pytest.raises(indicators.AlreadyThere) as told:
        indicators.write_reading(
            there.indicator, on=DAY, value=Decimal(1), source="Intake", by=dirk
        )

    assert told.value.reading == there


def test_correcting_a_figure_keeps_the_old_one_in_the_trail(dirk: User) -> None:
    wrong = ReadingFactory(on_date=DAY, value=Decimal("5.00"))

    indicators.write_reading(
        wrong.indicator, on=DAY, value=Decimal(50), source="Intake", by=dirk, reading=wrong
    )

    entry = audit.history(wrong.indicator.goal)[0]
    assert (entry.detail["before"], entry.detail["value"]) == ("5.00", "50")


def test_a_figure_is_taken_away_and_told(dirk: User) -> None:
    reading = ReadingFactory()

    indicators.remove_reading(reading, by=dirk)

    assert not Reading.objects.exists()
    assert audit.history(reading.indicator.goal)[0].verb == "removed a figure"


def test_an_indicator_goes_with_its_figures(dirk: User) -> None:
    reading = ReadingFactory()

    indicators.remove(reading.indicator, edition=1, by=dirk)

    assert not Reading.objects.exists()
    assert Goal.objects.get().edition == 2
