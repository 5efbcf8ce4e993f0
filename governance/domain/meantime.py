"""Two people at one row: the second is told what the first wrote, and loses nothing.

A form carries what it was filled in by: the number of the edition where a row counts its saves, or
else the moment of the last one (`stamp`, `seen`). `ChangedMeanwhile` is the same for both.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from core.models import Timestamped

Row = TypeVar("Row", bound=Timestamped)


class ChangedMeanwhile(Exception, Generic[Row]):
    """Somebody else saved this row after the form was opened; `current` is what stands now."""

    def __init__(self, current: Row) -> None:
        super().__init__("This was changed by somebody else in the meantime.")
        self.current = current


def stamp(row: Timestamped) -> str:
    """By which edition of the row a form was filled in; empty for a row that is new."""
    return row.updated_at.isoformat() if row.pk else ""


def seen(row: Row, stamped: str) -> Row:
    """The row as it stands, locked in the caller's transaction. Raises `ChangedMeanwhile`."""
    model = type(row)
    current = model._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if stamp(current) != stamped:
        raise ChangedMeanwhile(current)
    return current
