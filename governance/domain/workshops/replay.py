"""A session once more, moment by moment, from its events alone. Nobody can be recognised in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from governance.domain.workshops.events import Kind
from governance.domain.workshops.spread import Spread
from governance.models import Statement, Workshop, WorkshopEvent

Step = Workshop.Step
Counts = list[int]


@dataclass(slots=True)
class Proposed:
    """A proposal as it stood at a moment."""

    pk: int
    text: str
    dots: int = 0
    is_gone: bool = False
    rank: int | None = None


@dataclass(slots=True)
class Moment:
    """What the room looked like after so many events."""

    number: int = 0
    at: datetime | None = None
    last: WorkshopEvent | None = None
    step: str = Step.LOBBY
    phones: int = 0
    shown: int | None = None
    goals: int = 0
    counts: dict[int, Counts] = field(default_factory=dict)
    first_counts: dict[int, Counts] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    proposals: dict[int, Proposed] = field(default_factory=dict)

    @property
    def votes(self) -> int:
        return sum(sum(counts) for counts in self.counts.values())

    @property
    def dots(self) -> int:
        return sum(proposal.dots for proposal in self.standing)

    @property
    def step_label(self) -> str:
        return str(Step(self.step).label)

    @property
    def standing(self) -> list[Proposed]:
        """What was on the screens: the list in its order, and the rest by its choices."""
        seen = [proposal for proposal in self.proposals.values() if not proposal.is_gone]
        return sorted(seen, key=lambda one: (one.rank is None, one.rank or 0, -one.dots, one.pk))

    def spreads(self, statements: Iterable[Statement]) -> list[Spread]:
        none = (0, 0, 0, 0, 0)
        return [Spread(one, tuple(self.counts.get(one.pk, none))) for one in statements]

    def take(self, event: WorkshopEvent) -> None:
        """Let one more thing happen."""
        self.number, self.at, self.last = self.number + 1, event.at, event
        WHAT_HAPPENS[Kind(event.kind)](self, event.data)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where a step begins: after so many events."""

    number: int
    step: str
    at: datetime

    @property
    def label(self) -> str:
        return str(Step(self.step).label)


def events_of(workshop: Workshop) -> list[WorkshopEvent]:
    return list(workshop.events.order_by("at", "pk"))


def moment(events: list[WorkshopEvent], number: int) -> Moment:
    """The room after the first `number` events."""
    seen = Moment()
    for event in events[: max(0, number)]:
        seen.take(event)
    return seen


def chapters(events: list[WorkshopEvent]) -> list[Chapter]:
    """The table of contents: each change of step."""
    found = []
    for number, event in enumerate(events, start=1):
        if event.kind == Kind.STEP:
            found.append(Chapter(number, event.data["to"], event.at))
        elif event.kind == Kind.CLOSED:
            found.append(Chapter(number, Step.CLOSED, event.at))
    return found


# --- what each kind of event does to a moment -----------------------------------------------------


def _joined(seen: Moment, data: dict[str, Any]) -> None:
    seen.phones += 1


def _step(seen: Moment, data: dict[str, Any]) -> None:
    seen.step, seen.shown = data["to"], data.get("statement")
    if seen.shown and data["to"] == Step.VOTE and seen.shown in seen.counts:
        seen.first_counts.setdefault(seen.shown, list(seen.counts[seen.shown]))


def _shown(seen: Moment, data: dict[str, Any]) -> None:
    seen.shown = data["statement"]


def _vote(seen: Moment, data: dict[str, Any]) -> None:
    counts = seen.counts.setdefault(data["statement"], [0, 0, 0, 0, 0])
    if data["was"] is not None:
        counts[data["was"] - 1] -= 1
    counts[data["value"] - 1] += 1


def _note(seen: Moment, data: dict[str, Any]) -> None:
    seen.notes[data["statement"]] = data["text"]


def _proposed(seen: Moment, data: dict[str, Any]) -> None:
    seen.proposals[data["proposal"]] = Proposed(data["proposal"], data["text"])


def _reworded(seen: Moment, data: dict[str, Any]) -> None:
    seen.proposals[data["proposal"]].text = data["text"]


def _merged(seen: Moment, data: dict[str, Any]) -> None:
    gone, into = seen.proposals[data["proposal"]], seen.proposals[data["into"]]
    gone.is_gone, gone.dots, gone.rank, into.dots = True, 0, None, data["dots"]


def _hidden(seen: Moment, data: dict[str, Any]) -> None:
    gone = seen.proposals[data["proposal"]]
    gone.is_gone, gone.dots, gone.rank = True, 0, None


def _shown_again(seen: Moment, data: dict[str, Any]) -> None:
    seen.proposals[data["proposal"]].is_gone = False


def _dot(seen: Moment, data: dict[str, Any]) -> None:
    seen.proposals[data["proposal"]].dots += 1 if data["given"] else -1


def _ranked(seen: Moment, data: dict[str, Any]) -> None:
    places = {pk: place for place, pk in enumerate(data["order"], start=1)}
    for proposal in seen.proposals.values():
        proposal.rank = places.get(proposal.pk)


def _goals(seen: Moment, data: dict[str, Any]) -> None:
    seen.goals += data["count"]


def _closed(seen: Moment, data: dict[str, Any]) -> None:
    seen.step, seen.shown = Step.CLOSED, None


def _nothing(seen: Moment, data: dict[str, Any]) -> None:
    """The room looks the same."""


WHAT_HAPPENS = {
    Kind.JOINED: _joined,
    Kind.STEP: _step,
    Kind.SHOWN: _shown,
    Kind.VOTE: _vote,
    Kind.NOTE: _note,
    Kind.PROPOSED: _proposed,
    Kind.REWORDED: _reworded,
    Kind.MERGED: _merged,
    Kind.HIDDEN: _hidden,
    Kind.SHOWN_AGAIN: _shown_again,
    Kind.DOT: _dot,
    Kind.RANKED: _ranked,
    Kind.OWNER: _nothing,
    Kind.GOALS: _goals,
    Kind.CLOSED: _closed,
}
