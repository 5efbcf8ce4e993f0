"""Files of HR as people hand them in."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook

from people.domain.staff import imports
from people.models import StaffImport, User

HEAD = "personeelsnummer;naam;e-mail;eenheid;rollen;actief"


def csv(*lines: str, head: str = HEAD) -> bytes:
    return "\r\n".join([head, *lines]).encode()


def workbook(*rows: list[object]) -> bytes:
    book, content = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(content)
    return content.getvalue()


def looked_at(content: bytes, by: User, **choices: Any) -> StaffImport:
    return imports.preview(content, filename="personeel.csv", by=by, **choices)


def kinds(one: StaffImport) -> dict[str, str]:
    """Name and kind of each person of a preview."""
    return {change["name"]: change["kind"] for change in one.plan}
