"""Tables as files for a spreadsheet, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")
WIDEST = 60
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


def workbook(title: str, head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as a file of Excel: one sheet, whose bold head stays in sight."""
    book = Workbook(write_only=True)  # row by row: thousands of people with tens of lines each
    sheet: Any = book.create_sheet(NOT_IN_A_TITLE.sub("", title)[:31] or "1")
    table = [[_storable(safe_cell(cell)) for cell in row] for row in (head, *rows)]
    for number, cells in enumerate(zip_longest(*table), start=1):
        longest = max(len(str(cell or "")) for cell in cells)
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, longest + 2)
    sheet.freeze_panes = "A2"
    names = [WriteOnlyCell(sheet, name) for name in table[0]]
    for name in names:
        name.font = Font(bold=True)
    for row in (names, *table[1:]):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _storable(value: object) -> Any:
    """Without the signs that no workbook can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
