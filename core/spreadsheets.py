"""Tables as files for a spreadsheet, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from openpyxl import Workbook
from openpyxl.styles import Font

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


def xlsx_file(head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as a workbook of one sheet; its first row stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in (head, *rows):
        sheet.append([_storable(safe_cell(cell)) for cell in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _storable(value: object) -> Any:
    """Without the signs that no workbook can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
def workbook(title: str, head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """The same table as a file of Excel; dates and numbers stay dates and numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for row in (head, *rows):
        sheet.append([safe_cell(cell) for cell in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()
def xlsx_bytes(title: str, head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook with one sheet: bold head that stays in sight, and no cell that computes."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "".join(sign for sign in title if sign not in "[]:*?/\\")[:31] or "1"
    for row in (head, *rows):
        sheet.append([safe_cell(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(60, longest + 2)
    made = BytesIO()
    book.save(made)
    return made.getvalue()
