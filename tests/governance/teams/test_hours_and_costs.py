"""Hours stand beside what was granted, costs beside what was reached."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from governance.domain import cost_papers, costs, hours, meantime, money
from governance.domain.costs import Period
from governance.models import Cost, HoursSpent
from people.models import Team, User
from tests.factories.teams import (
    ApprovedGoalFactory,
    ChosenChannelFactory,
    CostFactory,
    FigureFactory,
    HoursFactory,
    MandateFactory,
    PercentageFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def test_each_month_tells_what_was_spent_and_granted(info: Team, anna: User) -> None:
    mandate = MandateFactory(team=info, hours_per_week=Decimal(7), from_date=date(2026, 5, 22))
    HoursFactory(team=info, user=anna, on_date=date(2026, 5, 30), hours=Decimal("2.5"))
    HoursFactory(team=info, user=anna, on_date=date(2026, 6, 1), hours=Decimal(3))
    HoursFactory(on_date=date(2026, 6, 1))

    april, may, june = hours.by_month(mandate, DAY, months=3)

    assert (april.spent, april.granted) == (Decimal(0), Decimal(0))
    assert (may.spent, may.granted) == (Decimal("2.5"), Decimal(10))
    assert (june.spent, june.granted) == (Decimal(3), Decimal(30))


def test_hours_before_january_belong_to_the_year_before(info: Team) -> None:
    months = hours.by_month(MandateFactory(team=info), date(2026, 1, 15), months=2)

    assert [month.first for month in months] == [date(2025, 12, 1), date(2026, 1, 1)]


def test_hours_are_shared_by_activity_and_by_person(info: Team, anna: User, bas: User) -> None:
    policy = HoursSpent.Activity.POLICY
    HoursFactory(team=info, user=anna, hours=Decimal(1), activity=policy)
    HoursFactory(team=info, user=bas, hours=Decimal(4))
    HoursFactory(team=info, user=None, hours=Decimal(2))

    assert [share.hours for share in hours.by_activity(info, JUNE.first)] == [6, 1]
    assert [share.hours for share in hours.by_person(info, JUNE.first)] == [4, 2, 1]
    assert hours.of_person(info, anna, JUNE.first) == 1


def test_a_cost_counts_for_the_days_of_the_period() -> None:
    year = CostFactory(amount=Decimal(365), from_date=date(2026, 1, 1))
    outside = CostFactory(from_date=date(2026, 7, 1))
    mixed = CostFactory(
        amount=Decimal(10),
        hours=Decimal(2),
        rate=Decimal("7.50"),
        from_date=JUNE.last,
        until_date=JUNE.last,
    )

    assert costs.share(year, JUNE) == 30
    assert costs.share(outside, JUNE) == 0
    assert costs.share(mixed, JUNE) == 25
    assert set(costs.overlapping(JUNE)) == {year, mixed}


def test_the_same_euros_are_told_by_goal_and_by_channel() -> None:
    goal, channel = ApprovedGoalFactory(), ChosenChannelFactory()
    june = {"from_date": JUNE.first, "until_date": JUNE.last}
    CostFactory(goal=goal, choice=channel, **june)
    CostFactory(kind=Cost.Kind.CAMPAIGN, amount=Decimal(50), choice=channel, **june)
    HoursFactory(goal=goal, hours=Decimal(3))
    HoursFactory(goal=goal, choice=channel, hours=Decimal(1), on_date=date(2026, 7, 1))

    sheet = costs.sheet(JUNE, Decimal(50))

    assert sheet.total == 300
    assert sum(line.total for line in sheet.by_channel) == 300
    assert [line.subject for line in sheet.by_goal] == [goal, None]
    assert [line.total for line in sheet.by_goal] == [250, 50]
    assert [line.subject for line in sheet.by_channel] == [channel, None]
    assert [line.total for line in sheet.by_channel] == [150, 150]
    assert sheet.hours == 3


def progress_of(*, moved: Decimal = Decimal(5), **fields: object) -> costs.Line:
    indicator = PercentageFactory(**fields)
    FigureFactory(indicator=indicator, on_date=date(2026, 5, 1), value=Decimal(42))
    FigureFactory(indicator=indicator, on_date=date(2026, 6, 20), value=42 + moved)
    FigureFactory(indicator=indicator, on_date=date(2026, 7, 20), value=Decimal(99))
    CostFactory(goal=indicator.goal, from_date=JUNE.first, until_date=JUNE.last)
    return costs.sheet(JUNE).by_goal[0]


def test_an_effect_starts_where_the_period_found_it() -> None:
    (one,) = progress_of().progress

    assert (one.start, one.latest, one.moved) == (Decimal(42), Decimal(47), Decimal(5))


def test_without_an_earlier_figure_it_starts_at_the_baseline() -> None:
    indicator = PercentageFactory()
    HoursFactory(goal=indicator.goal)

    (one,) = costs.sheet(JUNE).by_goal[0].progress

    assert (one.start, one.latest, one.moved) == (Decimal(40), None, None)


def test_a_percent_point_has_a_cost_only_where_that_makes_sense() -> None:
    assert progress_of().per_point == 20


@pytest.mark.parametrize(
    "fields",
    [
        {"moved": Decimal(-5)},
        {"moved": Decimal("0.5")},
        {"unit": "followers"},
        {"higher_is_better": False},
    ],
)
def test_and_none_where_it_does_not(fields: dict[str, object]) -> None:
    assert progress_of(**fields).per_point is None  # type: ignore[arg-type]


def test_two_indicators_cannot_share_a_cost() -> None:
    line = progress_of()
    PercentageFactory(goal=line.subject)

    assert costs.sheet(JUNE).by_goal[0].per_point is None


def test_less_can_be_the_progress() -> None:
    (one,) = progress_of(higher_is_better=False, moved=Decimal(-5)).progress

    assert one.moved == 5


def test_two_people_at_one_cost_lose_nothing(dirk: User) -> None:
    cost = CostFactory()
    stamp = meantime.stamp(cost)
    costs.write(cost, by=dirk, seen=stamp)

    with pytest.raises(meantime.ChangedMeanwhile):
        costs.write(Cost.objects.get(pk=cost.pk), by=dirk, seen=stamp)


def test_euros_are_written_as_the_reader_does() -> None:
    with override("nl"):
        assert money.euro(Decimal("1234.5")) == "€\u00a01.234,50"
        assert money.euro(Decimal("12000")) == "€\u00a012.000"
        assert money.plain(Decimal("2.50")) == "2,5"
    with override("en"):
        assert money.euro(Decimal("1234.5")) == "€\u00a01,234.50"
    assert money.cell(Decimal("1234.50")) == "1234,50"


def test_the_sheet_goes_into_a_file_and_on_paper() -> None:
    goal = ApprovedGoalFactory(title="=HYPERLINK(1)")
    PercentageFactory(goal=goal)
    CostFactory(goal=goal, from_date=JUNE.first, until_date=JUNE.last)
    sheet = costs.sheet(JUNE)

    lines = cost_papers.csv(sheet).splitlines()
    document = cost_papers.document(sheet, "en")

    assert "'=HYPERLINK(1)" in lines[1]
    assert "100,00" in lines[1]
    assert document.title
