"""Figures in and out as lines of text: CSV from a spreadsheet, checked line by line.

Nothing is lost: what cannot be read stays in front of the person who brought it, with the reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils.formats import localize
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from core import audit, figures
from core.spreadsheets import csv_text
from governance.domain.indicators import source_label
from governance.models import Indicator, Reading
from people.models import User

DATES: Final = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
LARGEST: Final = Decimal(10) ** 10
SOURCE_LENGTH: Final = 200
LINES_AT_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was written, and what was understood: a figure, or why there is none."""

    number: int
    text: str
    on: date | None = None
    value: Decimal | None = None
    source: str = ""
    problem: str = ""
    replaces: Decimal | None = None

    @property
    def is_good(self) -> bool:
        return not self.problem


def decode(content: bytes) -> str:
    """A file of a spreadsheet as text: UTF-8, or else what Windows writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read(text: str, *, indicator: Indicator, source: str = "", today: date) -> list[Line]:
    """The lines of `text` with what they say; a first line of headings is passed over.

    `source` stands for what a line does not say about where its figure comes from.
    """
    there = dict(indicator.readings.values_list("on_date", "value"))
    found: list[Line] = []
    seen: dict[date, int] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or (number == 1 and _is_heading(raw)):
            continue
        line = _read_line(number, raw, source, today, there)
        if line.is_good and line.on:
            first = seen.setdefault(line.on, number)
            if first != number:
                again = _("The same day stands on line %(line)s.") % {"line": first}
                line = replace(line, value=None, problem=again)
        found.append(line)
    return found


def _is_heading(raw: str) -> bool:
    return not any(character.isdigit() for character in raw)


def _read_line(number: int, raw: str, source: str, today: date, there: dict[date, Decimal]) -> Line:
    cells = _cells(raw)
    try:
        if len(cells) < 2 or _is_cut(raw, cells):
            raise ValueError(_("Write a date and a figure, with a semicolon between them."))
        on, value = _date(cells[0], today), _value(cells[1])
        about = cells[2] if len(cells) > 2 and cells[2] else source
        if not about:
            raise ValueError(_("Say where this figure comes from."))
    except ValueError as error:
        return Line(number, raw, problem=str(error))
    before = there.get(on)
    changed = before if before != value else None
    return Line(number, raw, on, value, about[:SOURCE_LENGTH], replaces=changed)


def _cells(raw: str) -> list[str]:
    """The cells of a line; a comma separates only where there is no semicolon or tab."""
    separator = next((one for one in (";", "\t") if one in raw), ",")
    row = next(csv.reader([raw], delimiter=separator), [])
    return [cell.strip() for cell in row]


def _is_cut(raw: str, cells: list[str]) -> bool:
    """Whether a comma that separates cells may have cut a figure in two: "31-12-2026,12,5"."""
    return len(cells) > 2 and cells[2].isdigit() and ";" not in raw and "\t" not in raw


def _date(text: str, today: date) -> date:
    for form in DATES:
        try:
            on = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        if on > today:
            raise ValueError(_("This day is still to come."))
        return on
    raise ValueError(_("“%(text)s” is no date. Write it as 31-12-2026.") % {"text": text})


def _value(text: str) -> Decimal:
    try:
        value = figures.parse(text)
    except figures.Unclear as error:
        raise ValueError(
            _("“%(text)s” can be read in two ways. Leave the separator out.") % {"text": text}
        ) from error
    except ValueError as error:
        raise ValueError(_("“%(text)s” is no figure.") % {"text": text}) from error
    if abs(value) >= LARGEST:
        raise ValueError(_("“%(text)s” is too large.") % {"text": text})
    return round(value, 2)


@transaction.atomic
def store(indicator: Indicator, lines: Iterable[Line], *, by: User) -> int:
    """Store the good lines; a figure that was there for the day is replaced. How many they were."""
    good = [
        Reading(indicator=indicator, on_date=line.on, value=line.value, source=line.source, by=by)
        for line in lines
        if line.is_good and line.on is not None and line.value is not None
    ]
    Reading.objects.bulk_create(
        good,
        update_conflicts=True,
        unique_fields=["indicator", "on_date"],
        update_fields=["value", "source", "by"],
    )
    if good:
        audit.record(
            gettext_noop("imported figures"),
            indicator.goal,
            by=by,
            indicator=indicator.name,
            figures=len(good),
        )
    return len(good)


def written(indicator: Indicator) -> str:
    """All figures as CSV that a spreadsheet opens and `read` understands."""
    is_dutch = (get_language() or "nl").startswith("nl")
    head = (_("Date"), _("Value"), _("Source"))
    return csv_text(head, _rows(indicator), delimiter=";" if is_dutch else ",")


def _rows(indicator: Indicator) -> Iterator[tuple[str, str, str]]:
    for reading in indicator.readings.order_by("on_date"):
        figure = localize(reading.value, use_l10n=True)
        yield reading.on_date.isoformat(), figure, source_label(reading)
