"""What people could learn, seen from the work: per team and theme, never per person.

Chapter 7: mistakes may be made, they belong to learning. The apps above register what they count (a
ticket that was moved, an answer that came back, one that was late). What is small stays hidden, so
that nothing here points at somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import models, transaction
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import Team, User
from training.models import Course, NeedProposal

FEWEST_EVENTS: Final = 3
FEWEST_PEOPLE: Final = 3
MONTHS: Final = 6


class Kind(models.TextChoices):
    """What happened in the work that one could learn from."""

    MOVED = "moved", _("moved to another team")
    RETURNED = "returned", _("came back from approval")
    LATE = "late", _("answered late")
    DOUBLE = "double", _("a second answer was stopped")


class Trend(models.TextChoices):
    """The last three months beside the three before."""

    MORE = "more", _("more often")
    LESS = "less", _("less often")
    SAME = "same", _("about the same")


@dataclass(frozen=True, slots=True)
class Counted:
    """So often in one month: a kind, about a theme, in a team. `month` is its first day."""

    kind: str
    theme: str
    team_id: int
    month: date
    number: int


Source = Callable[[date], Iterable[Counted]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let `source` be asked what it counted since the first day of a month. Twice is once."""
    _sources[name] = source


@dataclass(slots=True)
class Need:
    """Something that a team could learn about a theme."""

    team: Team
    theme: str
    kinds: dict[str, int] = field(default_factory=dict)
    months: dict[date, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.months.values())

    @property
    def told(self) -> list[tuple[Kind, int]]:
        """Each kind that happened often enough to name, the most frequent first."""
        named = [(Kind(kind), n) for kind, n in self.kinds.items() if n >= FEWEST_EVENTS]
        return sorted(named, key=lambda pair: -pair[1])

    def trend(self, day: date) -> Trend:
        line = [self.months.get(month, 0) for month in months_until(day)]
        before, after = sum(line[: MONTHS // 2]), sum(line[MONTHS // 2 :])
        if abs(after - before) < FEWEST_EVENTS:
            return Trend.SAME
        return Trend.MORE if after > before else Trend.LESS


def months_until(day: date) -> list[date]:
    """The first days of the last six months, this one included."""
    found = []
    year, month = day.year, day.month
    for _place in range(MONTHS):
        found.append(date(year, month, 1))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found[::-1]


def seen(day: date) -> list[Need]:
    """What stands out in the last six months, the most frequent first. One query beside those of
    the sources."""
    teams = {team.pk: team for team in _large_enough()}
    found: dict[tuple[int, str], Need] = {}
    for source in _sources.values():
        for one in source(months_until(day)[0]):
            if one.team_id in teams:
                _add(found, teams[one.team_id], one)
    enough = [need for need in found.values() if need.total >= FEWEST_EVENTS]
    return sorted(enough, key=lambda need: (-need.total, need.team.name, need.theme))


def _large_enough() -> Iterable[Team]:
    """Teams in which a number does not point at one person."""
    people = Count("memberships", filter=Q(memberships__user__is_active=True))
    return Team.objects.annotate(people=people).filter(people__gte=FEWEST_PEOPLE)


def _add(found: dict[tuple[int, str], Need], team: Team, one: Counted) -> None:
    need = found.setdefault((team.pk, one.theme), Need(team, one.theme))
    need.kinds[one.kind] = need.kinds.get(one.kind, 0) + one.number
    need.months[one.month] = need.months.get(one.month, 0) + one.number


def fitting(theme: str) -> Course | None:
    """A course of the catalogue that speaks of this theme."""
    words = [word for word in theme.split() if len(word) > 3]
    if not words:
        return None
    speaks = Q()
    for word in words:
        for name in ("title", "summary", "description", "learning_goals"):
            speaks |= Q(**{f"{name}__icontains": word})
    return Course.objects.published().filter(speaks).order_by("title", "pk").first()


@transaction.atomic
def propose(proposal: NeedProposal, *, by: User) -> NeedProposal:
    """Propose a course, an article or something else to a team."""
    proposal.proposed_by = by
    proposal.save()
    detail: dict[str, Any] = {"team": proposal.team.code, "theme": proposal.theme}
    audit.record(gettext_noop("proposed something to learn"), proposal, by=by, **detail)
    return proposal


@transaction.atomic
def decide(proposal: NeedProposal, *, state: str, outcome: str, by: User) -> NeedProposal:
    """Say what becomes of a proposal, and later what came of it."""
    current = NeedProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    current.state, current.outcome = state, outcome
    current.decided_by, current.decided_at = by, now()
    current.save()
    audit.record(gettext_noop("decided on something to learn"), current, by=by, state=state)
    return current
