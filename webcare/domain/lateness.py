"""Would it have been answered in time? What is known about real answers, laid beside a decision.

Known is when the team that really answered did so. What would have gone to another team, is
measured by the median of that team: a guess, and counted as one. Of a team that never answered
anything, nothing is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from statistics import median

from core.workhours import Timeline
from governance.models.routing import Clock
from webcare.domain.router import Decision
from webcare.models import Ticket, TicketMessage

NEEDS_NOTHING = frozenset({Ticket.Outcome.NO_ANSWER, Ticket.Outcome.SPAM})


class Fate(Enum):
    """What became of a conversation, or would have; `NONE`: no deadline was at stake."""

    NONE = auto()
    IN_TIME = auto()
    LATE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Begun:
    """The ticket that a mention began. `ended_at`: its first answer, or settled in person."""

    team_id: int
    ended_at: datetime | None
    needed_nothing: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a team takes, half of the time: in office hours, and by the clock on the wall."""

    office: timedelta
    elapsed: timedelta


@dataclass(frozen=True)
class Answers:
    """What is known about the answers in a period; `fate` makes no query."""

    begun: Mapping[int, Begun]
    followed: frozenset[int]
    pace: Mapping[int, Pace]
    office: Timeline
    at: datetime

    @classmethod
    def since(cls, since: datetime, *, office: Timeline, at: datetime) -> Answers:
        """Everything that began in the period; one query."""
        begun: dict[int, Begun] = {}
        followed: set[int] = set()
        spans: defaultdict[int, list[tuple[timedelta, timedelta]]] = defaultdict(list)
        last = None
        for ticket_id, mention_id, published_at, row in _messages(since):
            if ticket_id == last:
                followed.add(mention_id)
                continue
            last = ticket_id
            begun[mention_id] = row
            if row.ended_at and not row.needed_nothing:
                worked = office.worked(published_at, row.ended_at)
                spans[row.team_id].append((worked, row.ended_at - published_at))
        pace = {team: _pace(taken) for team, taken in spans.items()}
        return cls(begun, frozenset(followed), pace, office, at)

    def fate(
        self, mention_id: int, published_at: datetime, decision: Decision
    ) -> tuple[Fate, bool]:
        """What became of the conversation under this decision, and whether that is a guess."""
        if decision.team is None or decision.due_at is None or mention_id in self.followed:
            return Fate.NONE, False
        began = self.begun.get(mention_id)
        if began and began.needed_nothing:
            return Fate.NONE, False
        if began and began.team_id == decision.team.pk:
            return _of(began.ended_at or self.at, decision.due_at), False
        return self._guess(published_at, decision), True

    def _guess(self, published_at: datetime, decision: Decision) -> Fate:
        pace = self.pace.get(decision.team.pk) if decision.team else None
        if pace is None or decision.due_at is None:
            return Fate.UNKNOWN
        if decision.clock == Clock.WATCH:
            return _of(published_at + pace.elapsed, decision.due_at)
        return _of(self.office.due(published_at, pace.office / timedelta(hours=1)), decision.due_at)


def _messages(since: datetime) -> Iterator[tuple[int, int, datetime, Begun]]:
    """Each message in a ticket of the period, the ticket's first one first."""
    found = TicketMessage.objects.filter(ticket__opened_at__gte=since)
    rows = found.order_by("ticket_id", "mention__published_at", "mention_id").values_list(
        "ticket_id",
        "mention_id",
        "mention__published_at",
        "ticket__team_id",
        "ticket__first_answered_at",
        "ticket__closed_at",
        "ticket__outcome",
    )
    for ticket, mention, published_at, team, answered_at, closed_at, outcome in rows:
        needed_nothing = answered_at is None and outcome in NEEDS_NOTHING
        yield ticket, mention, published_at, Begun(team, answered_at or closed_at, needed_nothing)


def _pace(taken: list[tuple[timedelta, timedelta]]) -> Pace:
    office, elapsed = (
        timedelta(seconds=median(span.total_seconds() for span in spans))
        for spans in zip(*taken, strict=True)
    )
    return Pace(office, elapsed)


def _of(ended_at: datetime, due_at: datetime) -> Fate:
    return Fate.LATE if ended_at > due_at else Fate.IN_TIME
