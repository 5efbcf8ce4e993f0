"""Files that a page hands out, one function for each kind."""

from __future__ import annotations

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file(table: str, name: str) -> HttpResponse:
    """A table as `core.spreadsheets.csv_text` writes it."""
    return _attachment(table, name, "text/csv; charset=utf-8")


def xlsx_file(book: bytes, name: str) -> HttpResponse:
    """A workbook as `core.spreadsheets.workbook` makes it."""
    return _attachment(book, name, XLSX)


def pdf_file(document: bytes, name: str) -> HttpResponse:
    """A document as `core.pdf.render` makes it."""
    return _attachment(document, name, "application/pdf")


def _attachment(content: str | bytes, name: str, kind: str) -> HttpResponse:
    """Something to keep rather than to look at."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
