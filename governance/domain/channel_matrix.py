"""Channels beside audiences: what each platform is worth for whom, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from governance.content.platforms import gone_since
from governance.domain import audiences
from governance.models import Audience, ChannelChoice, ChannelScore
from governance.permissions import channels as permissions
from people.models import User

HIGHEST = 9
LEVELS = ((7, "high"), (4, "middle"), (1, "low"), (0, "none"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a channel is worth for one audience; no score when nobody said so yet."""

    audience: Audience
    score: ChannelScore | None

    @property
    def total(self) -> int:
        return self.score.total if self.score else 0

    @property
    def level(self) -> str:
        """How full the cell looks; the number stands in it."""
        return next(name for least, name in LEVELS if self.total >= least)


@dataclass(frozen=True, slots=True)
class Row:
    """A channel with a cell for every audience that counts now."""

    choice: ChannelChoice
    cells: list[Cell]
    may_score: bool = False

    @property
    def total(self) -> int:
        return sum(cell.total for cell in self.cells)

    @property
    def gone_since(self) -> int | None:
        return gone_since(self.choice.platform)

    def of(self, audience_code: str) -> int:
        return sum(cell.total for cell in self.cells if cell.audience.code == audience_code)


@dataclass(frozen=True, slots=True)
class Matrix:
    audiences: list[Audience]
    rows: list[Row]
    order: str


STATES = {state: place for place, state in enumerate(("chosen", "closing", "considered"))}


def build(*, order: str = "", is_past: bool = False, reader: User | None = None) -> Matrix:
    """The matrix of what we are on or think about; `is_past` for what was declined or closed.

    `reader` is who looks: a cell leads to its score for who may give one.
    """
    choices = ChannelChoice.objects.past() if is_past else ChannelChoice.objects.current()
    columns = audiences.active()
    shown = choices.select_related("owner", "decided_by").prefetch_related("scores")
    rows = [_row(choice, columns, reader) for choice in shown]
    keys = _orders(columns)
    order = order if order in keys else "state"
    rows.sort(key=lambda row: (keys[order](row), str(row.choice).casefold(), row.choice.pk))
    return Matrix(columns, rows, order)


def _row(choice: ChannelChoice, columns: list[Audience], reader: User | None) -> Row:
    scores = {score.audience_id: score for score in choice.scores.all()}
    cells = [Cell(audience, scores.get(audience.pk)) for audience in columns]
    return Row(choice, cells, reader is not None and permissions.can_edit(reader, choice))


def _orders(columns: list[Audience]) -> dict[str, Callable[[Row], Any]]:
    """What the rows can be sorted by; highest first."""

    def by_audience(code: str) -> Callable[[Row], Any]:
        return lambda row: -row.of(code)

    return {
        "state": lambda row: (STATES.get(row.choice.state, 9), -row.total),
        "platform": lambda row: row.choice.platform_name.casefold(),
        "hours": lambda row: -row.choice.hours_per_week,
        "total": lambda row: -row.total,
        **{audience.code: by_audience(audience.code) for audience in columns},
    }
