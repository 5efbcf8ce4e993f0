"""Tables as files for a spreadsheet, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel reads é as Ã©


def safe_cell(value: object) -> object:
    """A value for a cell; a text that a spreadsheet would compute gets an apostrophe in front."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def csv_text(
    head: Sequence[object], rows: Iterable[Sequence[object]], *, delimiter: str = ";"
) -> str:
    """A CSV file as Dutch and other European spreadsheets open it: with semicolons."""
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    for row in (head, *rows):
        writer.writerow([safe_cell(cell) for cell in row])
    return BYTE_ORDER_MARK + text.getvalue()
