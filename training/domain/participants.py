"""Who comes, as a table for a spreadsheet: CSV or XLSX, without a cell that computes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core import spreadsheets
from core.workhours import AMSTERDAM
from training.models.enrolment import EnrolmentQuerySet

WIDTHS = (28, 34, 24, 20, 20, 40)


def in_order(rows: EnrolmentQuerySet) -> EnrolmentQuerySet:
    """Active ones in the order of asking."""
    return rows.active().select_related("user__unit").order_by("asked_at", "pk")


def csv_file(rows: EnrolmentQuerySet) -> str:
    return spreadsheets.csv_text(_head(), _cells(rows))


def xlsx_file(rows: EnrolmentQuerySet) -> bytes:
    book = Workbook(write_only=False)
    sheet = book.create_sheet(_("Participants"), 0)
    del book[book.sheetnames[-1]]
    for row in (_head(), *_cells(rows)):
        sheet.append([spreadsheets.safe_cell(cell) for cell in row])
    for number, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(1, number).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _head() -> list[str]:
    return [_("Name"), _("E-mail"), _("Unit"), _("State"), _("Asked on"), _("Why")]


def _cells(rows: EnrolmentQuerySet) -> Iterator[list[str]]:
    for row in in_order(rows):
        yield [
            row.user.name,
            row.user.email,
            str(row.user.unit or ""),
            row.get_state_display(),
            f"{localtime(row.asked_at, AMSTERDAM):%Y-%m-%d %H:%M}",
            row.motivation,
        ]
