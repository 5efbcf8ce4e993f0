"""Trying out a webcare policy before it is approved: who would have received what?

The draft's rules and the rules in force both run over the mentions of the last days, without any
effect (publication, chapter 6: think about how people will work before you begin). What the rules
leave open goes as it was judged when it came in; what came in before there was a judge, as unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core import workhours
from governance.domain import policies
from governance.models import PolicyVersion
from monitoring.models import Mention
from people.models import Team
from webcare.domain.router import Router
from webcare.domain.triage import judgement_of, terms_of, utterance_of

PERIOD = timedelta(days=30)
# Enough for any college in a month; beyond it the newest count.
LIMIT = 20_000
SHOWN = 25


@dataclass(frozen=True, slots=True)
class Share:
    """What one team would receive; `team` None: no answer needed."""

    team: Team | None
    count: int
    before: int


@dataclass(frozen=True, slots=True)
class Move:
    """A message that would go elsewhere."""

    mention: Mention
    before: Team | None
    after: Team | None
    rule_name: str


@dataclass(frozen=True, slots=True)
class Tryout:
    """The outcome: `shares` per team, and the first of `changed` messages that would move."""

    since: datetime
    total: int
    unsure: int
    shares: tuple[Share, ...]
    changed: int
    moves: tuple[Move, ...]


def try_out(version: PolicyVersion, *, at: datetime) -> Tryout:
    """Run `version` and the version in force over the mentions of the last 30 days."""
    since = at - PERIOD
    mentions = Mention.objects.filter(
        published_at__gte=since, is_relevant=True, is_own=False, is_repost=False
    )
    draft, current = _rehearsing(version), _rehearsing(policies.in_force())
    after: Counter[str] = Counter()
    before: Counter[str] = Counter()
    moves: list[Move] = []
    unsure = changed = 0
    found = list(mentions.newest_first().defer("raw")[:LIMIT])
    terms = terms_of(found)
    for mention in found:
        utterance = utterance_of(mention, terms.get(mention.pk, ()))
        judgement = judgement_of(mention)
        new = draft.decide(utterance, judgement, at=mention.published_at)
        old = current.decide(utterance, judgement, at=mention.published_at)
        after[_code(new.team)] += 1
        before[_code(old.team)] += 1
        unsure += new.is_unsure
        if _code(new.team) != _code(old.team):
            changed += 1
            if len(moves) < SHOWN:
                moves.append(Move(mention, old.team, new.team, new.rule_name))
    return Tryout(
        since=since,
        total=after.total(),
        unsure=unsure,
        shares=tuple(_shares(after, before)),
        changed=changed,
        moves=tuple(moves),
    )


def _rehearsing(version: PolicyVersion | None) -> Router:
    """Deadlines play no part here, and counting office hours is most of the work."""
    return replace(Router.load(version), office=workhours.always())


def _code(team: Team | None) -> str:
    return team.code if team else ""


def _shares(after: Counter[str], before: Counter[str]) -> Iterator[Share]:
    """Per team by name, and last what needs no answer."""
    teams = Team.objects.filter(code__in=after.keys() | before.keys()).order_by("name")
    for team in [*teams, None]:
        code = _code(team)
        if team or after[code] or before[code]:
            yield Share(team, after[code], before[code])
