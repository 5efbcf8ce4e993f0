"""The numbers of a figure as a table: for who does not see it, or wants to know exactly."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import pgettext


@dataclass(frozen=True)
class Table:
    """A head and rows of as many cells; the first cell of a row says what the row is about."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def in_words(self) -> str:
        """All of it in one text, for the description of the drawing."""
        return "; ".join(f"{row[0]}: {', '.join(row[1:])}" for row in self.rows)


def number(value: float | None, unit: str = "") -> str:
    """A number as the reader writes it, with at most one decimal: "3,4", "40 %"; words for none."""
    if value is None:
        return pgettext("no number", "none")
    rounded = round(value, 1)
    digits = number_format(
        rounded, 0 if rounded == int(rounded) else 1, force_grouping=abs(rounded) >= 10_000
    )
    return f"{digits}\u00a0{unit}" if unit else str(digits)
