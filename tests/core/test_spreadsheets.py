from __future__ import annotations

import pytest

from core.spreadsheets import csv_text, safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Zorg", "a=b", "", 12, -3, None])
def test_other_values_stay_as_they_are(value: object) -> None:
    assert safe_cell(value) == value


def test_a_table_opens_in_a_dutch_spreadsheet() -> None:
    assert csv_text(["Één", "Twee"], [["a;b", 1]]) == '\ufeffÉén;Twee\r\n"a;b";1\r\n'
