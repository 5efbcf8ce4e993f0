"""Pages about indicators: filling in, correcting, bringing in and out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import Goal, Indicator, Measure, Reading
from people.models import User
from tests.factories.goals import GoalFactory, IndicatorFactory, ReadingFactory

pytestmark = pytest.mark.django_db
FIGURE = {"on_date": "2026-09-01", "value": "1.234,5", "source": "Intake"}


@pytest.fixture
def indicator(eva: User) -> Indicator:
    """Of an approved goal that is Eva's, a teacher."""
    made: Indicator = IndicatorFactory(goal__approved=True, goal__owner=eva)
    return made


def address(name: str, *args: object) -> str:
    return reverse(f"governance:{name}", args=args)


def indicator_data(goal: Goal, **changes: object) -> dict[str, object]:
    return {
        "edition": goal.edition,
        "name": "Uitval",
        "target": "4,5",
        "every_days": 31,
        "higher_is_better": "on",
        **changes,
    }


def test_a_manager_adds_an_indicator_with_a_dutch_comma(client: Client, dirk: User) -> None:
    goal = GoalFactory()
    client.force_login(dirk)

    client.post(address("indicator-create", goal.pk), indicator_data(goal))

    assert goal.indicators.get().target == Decimal("4.5")


@pytest.mark.parametrize(("higher", "target"), [("on", "5"), ("", "15")])
def test_a_target_on_the_wrong_side_of_the_start_is_asked_about(
    client: Client, dirk: User, higher: str, target: str
) -> None:
    goal = GoalFactory()
    client.force_login(dirk)
    data = indicator_data(goal, baseline="10", target=target, higher_is_better=higher)

    page = client.post(address("indicator-create", goal.pk), data).content.decode()

    assert "Which is it?" in page
    assert not goal.indicators.exists()


def test_of_two_writers_the_second_keeps_the_indicator_and_saves_it_again(
    client: Client, dirk: User
) -> None:
    goal = GoalFactory(edition=2)
    client.force_login(dirk)

    told = client.post(address("indicator-create", goal.pk), indicator_data(goal, edition=1))
    seen = told.context["form"]["edition"].value()
    client.post(address("indicator-create", goal.pk), indicator_data(goal, edition=seen))

    assert (told.status_code, seen) == (409, "2")
    assert goal.indicators.get().name == "Uitval"


def test_an_indicator_of_an_approved_goal_is_not_opened_for_writing(
    client: Client, dirk: User, indicator: Indicator
) -> None:
    client.force_login(dirk)

    assert client.get(address("indicator-edit", indicator.pk)).status_code == 403
    assert client.post(address("indicator-delete", indicator.pk)).status_code == 403


def test_an_indicator_of_a_draft_is_removed(client: Client, dirk: User) -> None:
    indicator = IndicatorFactory()
    client.force_login(dirk)

    client.post(address("indicator-delete", indicator.pk), {"edition": 1})

    assert not Indicator.objects.exists()


def test_the_owner_fills_in_a_figure(client: Client, eva: User, indicator: Indicator) -> None:
    client.force_login(eva)

    client.post(address("reading-create", indicator.pk), FIGURE)

    reading = indicator.readings.get()
    assert (reading.value, reading.by, reading.source) == (Decimal("1234.5"), eva, "Intake")


def test_somebody_else_fills_in_nothing(client: Client, anna: User, indicator: Indicator) -> None:
    client.force_login(anna)

    assert client.get(indicator.get_absolute_url()).status_code == 200
    for name in ("reading-create", "reading-import"):
        assert client.post(address(name, indicator.pk), FIGURE).status_code == 403
    assert not Reading.objects.exists()


def test_figures_of_a_draft_are_not_for_everybody(client: Client, anna: User) -> None:
    indicator = IndicatorFactory()
    client.force_login(anna)

    assert client.get(indicator.get_absolute_url()).status_code == 404
    assert client.get(address("reading-export", indicator.pk)).status_code == 404


@pytest.mark.parametrize(
    "mistake",
    [{"on_date": "2126-01-01"}, {"value": "veel"}, {"value": "1,234"}, {"source": ""}],
)
def test_a_mistake_in_a_figure_is_told_beside_the_field(
    client: Client, eva: User, indicator: Indicator, mistake: dict[str, str]
) -> None:
    client.force_login(eva)

    page = client.post(address("reading-create", indicator.pk), {**FIGURE, **mistake})

    field = next(iter(mistake))
    assert f'id="id_{field}_error"' in page.content.decode()
    assert not Reading.objects.exists()


def test_a_second_figure_on_a_day_is_told_beside_the_date(
    client: Client, eva: User, indicator: Indicator
) -> None:
    ReadingFactory(indicator=indicator, on_date=date(2026, 9, 1), value=Decimal("52.5"))
    client.force_login(eva)

    page = client.post(address("reading-create", indicator.pk), FIGURE).content.decode()

    assert "52.5" in page
    assert indicator.readings.get().value == Decimal("52.5")


def test_a_figure_is_corrected_and_taken_away(
    client: Client, eva: User, indicator: Indicator
) -> None:
    reading = ReadingFactory(indicator=indicator, by=eva)
    client.force_login(eva)

    client.post(address("reading-edit", reading.pk), {**FIGURE, "value": "61"})
    reading.refresh_from_db()
    assert reading.value == 61

    client.post(address("reading-delete", reading.pk))
    assert not Reading.objects.exists()


def test_what_the_portal_measured_is_not_changed_by_hand(client: Client, dirk: User) -> None:
    reading = ReadingFactory(
        indicator__measure=Measure.FOLLOWERS, source=Measure.FOLLOWERS, by=None
    )
    client.force_login(dirk)

    assert client.post(address("reading-edit", reading.pk), FIGURE).status_code == 403
    assert client.post(address("reading-delete", reading.pk)).status_code == 403


def test_the_page_draws_the_figures_and_tells_where_they_come_from(
    client: Client, dirk: User, indicator: Indicator
) -> None:
    for month in (7, 8, 9):
        ReadingFactory(indicator=indicator, on_date=date(2026, month, 1), value=40 + month)
    client.force_login(dirk)

    page = client.get(indicator.get_absolute_url()).content.decode()

    assert "<svg" in page
    assert "Count at the intake" in page
    assert ">49%<" in page


def test_a_measured_figure_names_its_source_in_the_language_of_the_reader(
    client: Client, dirk: User
) -> None:
    reading = ReadingFactory(
        indicator__measure=Measure.FOLLOWERS, source=Measure.FOLLOWERS, by=None
    )
    client.force_login(dirk)

    assert (
        "followers of all channels"
        in client.get(reading.indicator.get_absolute_url()).content.decode()
    )


def test_lines_are_checked_before_anything_is_stored(
    client: Client, eva: User, indicator: Indicator
) -> None:
    client.force_login(eva)
    lines = {"lines": "2026-09-01;12,5\ngisteren;5", "source": "Intake"}

    page = client.post(address("reading-import", indicator.pk), lines).content.decode()

    assert "Store 1 figure" in page
    assert "“gisteren” is no date" in page
    assert not Reading.objects.exists()


def test_good_lines_are_stored_and_bad_ones_stay_on_the_screen(
    client: Client, eva: User, indicator: Indicator
) -> None:
    client.force_login(eva)
    lines = {"lines": "2026-09-01;12,5\ngisteren;5", "source": "Intake", "stores": "on"}

    page = client.post(address("reading-import", indicator.pk), lines)

    assert indicator.readings.get().value == Decimal("12.5")
    assert page.context["form"]["lines"].value() == "gisteren;5"


def test_a_file_of_a_spreadsheet_is_brought_in(
    client: Client, eva: User, indicator: Indicator
) -> None:
    client.force_login(eva)
    file = BytesIO("Datum;Waarde;Bron\n01-09-2026;1.234,5;enquête\n".encode("cp1252"))
    file.name = "figures.csv"

    page = client.post(address("reading-import", indicator.pk), {"file": file})
    lines = page.context["form"]["lines"].value()
    client.post(address("reading-import", indicator.pk), {"lines": lines, "stores": "on"})

    reading = indicator.readings.get()
    assert (reading.value, reading.source) == (Decimal("1234.5"), "enquête")


def test_nothing_brought_is_told(client: Client, eva: User, indicator: Indicator) -> None:
    client.force_login(eva)

    page = client.post(address("reading-import", indicator.pk), {"lines": " "}).content.decode()

    assert 'id="id_lines_error"' in page


def test_figures_go_out_as_a_file(client: Client, anna: User, indicator: Indicator) -> None:
    ReadingFactory(indicator=indicator, value=Decimal("12.5"))
    client.force_login(anna)

    answer = client.get(address("reading-export", indicator.pk))

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "2026-09-01,12.50,Count at the intake" in answer.content.decode()
