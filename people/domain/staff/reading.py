"""From a file of HR to rows of text: CSV with semicolons, commas or tabs, or a workbook.

Columns are found by their name, in Dutch or English and in any order; columns that we do not know
are left alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.db import models
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_ROWS = 20_000
DELIMITERS = ";,\t"

COLUMNS = {
    "staff_number": {"personeelsnummer", "medewerkernummer", "nummer", "staffnumber", "number"},
    "name": {"naam", "volledigenaam", "name", "fullname"},
    "email": {"email", "emailadres", "mail", "emailaddress"},
    "unit": {"eenheid", "afdeling", "team", "organisatieeenheid", "unit", "department"},
    "roles": {"rollen", "rol", "roles", "role"},
    "is_active": {"actief", "indienst", "active"},
}
NEEDED = {"name", "email"}


class Trouble(models.TextChoices):
    """Why a file as a whole cannot be read."""

    TOO_BIG = "too_big", _("This file is larger than 5 MB or has more than 20,000 rows.")
    UNREADABLE = "unreadable", _("This is no CSV file and no workbook (.xlsx).")
    NO_COLUMNS = "no_columns", _("The first row must hold at least the columns naam and e-mail.")
    TWICE = "twice", _("Two columns have the same meaning. Take one of them out.")
    EMPTY = "empty", _("There is no row below the names of the columns.")


class Unreadable(Exception):
    """The file is of no use; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: where it stands, and its cells by our names."""

    number: int
    cells: dict[str, str]


def lines(content: bytes) -> list[Line]:
    """The rows below the head that hold anything. Raises `Unreadable`."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Trouble.TOO_BIG)
    rows = _workbook_rows(content) if content.startswith(b"PK") else _csv_rows(content)
    found = list(_lines(rows))
    if not found:
        raise Unreadable(Trouble.EMPTY)
    return found


def _lines(rows: Iterable[tuple[int, list[str]]]) -> Iterator[Line]:
    columns: dict[int, str] = {}
    for count, (number, cells) in enumerate(row for row in rows if any(row[1])):
        if not columns:
            columns = _columns(cells)
            continue
        if count > MOST_ROWS:
            raise Unreadable(Trouble.TOO_BIG)
        yield Line(
            number,
            {name: cells[place] for place, name in columns.items() if place < len(cells)},
        )


def _columns(head: list[str]) -> dict[int, str]:
    """Which column is what. Raises `Unreadable`."""
    found: dict[int, str] = {}
    for place, cell in enumerate(head):
        plain = re.sub(r"[\W_]", "", cell.casefold())
        name = next((name for name, known in COLUMNS.items() if plain in known), "")
        if name and name in found.values():
            raise Unreadable(Trouble.TWICE)
        if name:
            found[place] = name
    if not set(found.values()) >= NEEDED:
        raise Unreadable(Trouble.NO_COLUMNS)
    return found


def _csv_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _text(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    named = re.fullmatch(r"sep=([;,\t])", first.strip(" \r"))  # as Excel writes on request
    delimiter = named[1] if named else max(DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if not (named and start == 1):
                yield start, [cell.strip() for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(Trouble.UNREADABLE) from error


def _text(content: bytes) -> str:
    """UTF-8, or what Excel on Windows writes. Raises `Unreadable` for what is no text."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(Trouble.UNREADABLE)


def _workbook_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(Trouble.TOO_BIG)
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_words(value) for value in row]
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, SyntaxError, TypeError) as error:
        raise Unreadable(Trouble.UNREADABLE) from error


def _words(value: Any) -> str:
    """A cell as somebody would have typed it in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip().replace("\x00", "")
