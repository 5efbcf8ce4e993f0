from __future__ import annotations

import pytest

from core import spreadsheets


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@cmd", "\t=1", "\r=1", "\n=1"])
def test_what_a_sheet_would_run_is_text(text: str) -> None:
    assert spreadsheets.inert(text) == f"'{text}"


def test_a_table_is_one_that_a_dutch_sheet_opens() -> None:
    made = spreadsheets.table([("naam", "aantal"), ('Één; "twee"', None), ("drie", 3)])

    assert made == '\ufeffnaam;aantal\r\n"Één; ""twee""";\r\ndrie;3\r\n'
