"""Lines of a spreadsheet become figures; what cannot be read keeps its place and its reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from governance.domain import reading_lines
from governance.models import Indicator
from people.models import User
from tests.factories.goals import IndicatorFactory, ReadingFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


@pytest.fixture
def indicator(db: None) -> Indicator:
    made: Indicator = IndicatorFactory()
    return made


def read(text: str, indicator: Indicator, source: str = "Intake") -> list[reading_lines.Line]:
    return reading_lines.read(text, indicator=indicator, source=source, today=TODAY)


@pytest.mark.parametrize(
    "line",
    [
        "2026-09-01;1.234,5;Telling",
        "01-09-2026; 1234,5; Telling",
        "1/9/2026\t1234.5\tTelling",
        "2026-09-01,1234.5,Telling",
        '2026-09-01,"1.234,5",Telling',
        "1.9.2026;1234,50;Telling",
    ],
)
def test_a_line_is_read_however_the_spreadsheet_writes_it(line: str, indicator: Indicator) -> None:
    found = read(line, indicator)

    assert [(one.on, one.value, one.source) for one in found] == [
        (date(2026, 9, 1), Decimal("1234.5"), "Telling")
    ]


def test_headings_and_empty_lines_are_passed_over(indicator: Indicator) -> None:
    assert [one.number for one in read("Datum;Waarde\n\n2026-09-01;5\n", indicator)] == [3]


def test_a_line_without_a_source_takes_the_one_for_all(indicator: Indicator) -> None:
    assert read("2026-09-01;5", indicator)[0].source == "Intake"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("gisteren;5", "no date"),
        ("2026-13-01;5", "no date"),
        ("2027-01-01;5", "still to come"),
        ("2026-09-01;veel", "no figure"),
        ("2026-09-01;1,234", "two ways"),
        ("2026-09-01;99999999999", "too large"),
        ("2026-09-01", "semicolon"),
        ("2026-09-01,12,5", "semicolon"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_stays(
    line: str, reason: str, indicator: Indicator
) -> None:
    with translation.override("en"):
        found = read(f"2026-08-01;4\n{line}", indicator)

    assert [one.is_good for one in found] == [True, False]
    assert (found[1].number, found[1].text) == (2, line)
    assert reason in found[1].problem


def test_a_figure_without_any_source_is_refused(indicator: Indicator) -> None:
    assert not read("2026-09-01;5", indicator, source="")[0].is_good


def test_the_same_day_twice_is_told(indicator: Indicator) -> None:
    assert [one.is_good for one in read("2026-09-01;5\n1-9-2026;6", indicator)] == [True, False]


def test_what_a_line_replaces_is_shown_before_it_is_stored(indicator: Indicator) -> None:
    ReadingFactory(indicator=indicator, on_date=date(2026, 9, 1), value=50)

    changed, same = read("2026-09-01;55\n2026-08-01;40", indicator)

    assert (changed.replaces, same.replaces) == (Decimal(50), None)


def test_only_good_lines_are_stored(indicator: Indicator, dirk: User) -> None:
    ReadingFactory(indicator=indicator, on_date=date(2026, 9, 1), value=50)
    lines = read("2026-09-01;55\ngisteren;5\n2026-08-01;40", indicator)

    count = reading_lines.store(indicator, lines, by=dirk)

    stored = indicator.readings.order_by("on_date").values_list("value", "by")
    assert (count, list(stored)) == (2, [(Decimal(40), dirk.pk), (Decimal(55), dirk.pk)])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_goes_out_comes_in_again(indicator: Indicator, language: str) -> None:
    ReadingFactory(indicator=indicator, on_date=date(2026, 9, 1), value=Decimal("1234.50"))

    with translation.override(language):
        lines = read(reading_lines.written(indicator), indicator)

    assert [(one.value, one.source) for one in lines] == [
        (Decimal("1234.50"), "Count at the intake")
    ]


def test_a_spreadsheet_computes_nothing_of_ours(indicator: Indicator) -> None:
    ReadingFactory(indicator=indicator, source='=HYPERLINK("http://kwaad.example")')

    assert ";=" not in reading_lines.written(indicator)
    assert ",=" not in reading_lines.written(indicator)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_read_as_windows_or_the_web_writes_it(encoding: str) -> None:
    assert reading_lines.decode("2026-09-01;5;enquête".encode(encoding)) == "2026-09-01;5;enquête"
