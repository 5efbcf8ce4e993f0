"""Text that a spreadsheet opens as a table, and never as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

BOM = "\ufeff"  # without it a spreadsheet reads é as Ã©
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(value: object) -> str:
    """A value as text; what a spreadsheet would run as a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def table(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV with semicolons, as a Dutch spreadsheet expects them."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([inert(value) for value in row])
    return BOM + made.getvalue()
