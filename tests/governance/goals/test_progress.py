"""How far an indicator is, in either direction, and whether we still know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from governance.domain import progress
from governance.models import Indicator
from tests.factories.goals import IndicatorFactory, ReadingFactory

DAY = date(2026, 11, 1)


def indicator(baseline: int | None, target: int, *, higher: bool = True) -> Indicator:
    return Indicator(
        baseline=None if baseline is None else Decimal(baseline),
        target=Decimal(target),
        higher_is_better=higher,
    )


@pytest.mark.parametrize(
    ("baseline", "target", "value", "percent"),
    [
        (40, 80, "60", 50),
        (40, 80, "40", 0),
        (40, 80, "80", 100),
        (40, 80, "30", -25),
        (40, 80, "90", 125),
        (12, 4, "8", 50),
        (12, 4, "14", -25),
        (0, 3, "1", 33),
        (-10, 10, "0", 50),
        (None, 80, "60", None),
    ],
)
def test_progress_counts_from_the_start_to_the_target_in_either_direction(
    baseline: int | None, target: int, value: str, percent: int | None
) -> None:
    assert progress.percent(indicator(baseline, target), Decimal(value)) == percent


@pytest.mark.parametrize(("value", "percent"), [("90", 100), ("89", 0)])
def test_who_wants_to_stay_where_they_are_does_or_does_not(value: str, percent: int) -> None:
    assert progress.percent(indicator(90, 90), Decimal(value)) == percent


@pytest.mark.parametrize(
    ("higher", "value", "reached"),
    [(True, "80", True), (True, "79.99", False), (False, "80", True), (False, "81", False)],
)
def test_a_target_is_reached_from_the_good_side(higher: bool, value: str, reached: bool) -> None:
    assert progress.is_reached(indicator(None, 80, higher=higher), Decimal(value)) is reached


@pytest.mark.parametrize(
    ("last", "is_stale"),
    [
        (date(2026, 10, 1), False),
        (date(2026, 9, 25), False),
        (date(2026, 9, 24), True),
        (None, True),
    ],
)
def test_a_figure_may_be_a_week_late(last: date | None, is_stale: bool) -> None:
    one = Indicator(every_days=30)

    assert progress.is_stale(one, last, day=DAY) is is_stale


@pytest.mark.django_db
def test_the_latest_figure_counts_and_not_one_of_the_future() -> None:
    one = IndicatorFactory()
    for on, value in ((date(2026, 9, 1), 50), (date(2026, 10, 20), 60), (date(2026, 12, 1), 99)):
        ReadingFactory(indicator=one, on_date=on, value=value)

    now = progress.of([one], day=DAY)[one.pk]

    assert (now.percent, now.state, now.is_stale) == (50, "under_way", False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("baseline", "value", "state"),
    [(40, None, "unknown"), (40, 85, "reached"), (None, 60, "no_baseline"), (40, 30, "worse")],
)
def test_a_word_for_where_it_stands(baseline: int | None, value: int | None, state: str) -> None:
    one = IndicatorFactory(baseline=baseline)
    if value is not None:
        ReadingFactory(indicator=one, value=value)

    assert progress.of([one], day=DAY)[one.pk].state == state


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 10])
def test_one_query_for_all(count: int, django_assert_num_queries: object) -> None:
    many = [ReadingFactory().indicator for _ in range(count)]

    with django_assert_num_queries(1):  # type: ignore[operator]
        progress.of(many, day=DAY)
