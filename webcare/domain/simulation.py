"""Trying out a webcare policy before it is approved: who would have received what, and how late?

The draft's rules and the rules in force both run over the mentions of the last days, without any
effect (publication, chapter 6: think about how people will work before you begin). What the rules
leave open goes as it was judged when it came in; what came in before there was a judge, as unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from core.workhours import Timeline
from governance.domain import policies
from governance.models import PolicyVersion
from monitoring.models import Match, Mention
from monitoring.models.mention import MentionQuerySet
from people.domain import calendar
from people.models import Team
from webcare.domain.lateness import Answers, Fate
from webcare.domain.router import Around, Decision, Router
from webcare.domain.triage import judgement_of, utterance_of

PERIOD = timedelta(days=90)
BEYOND = timedelta(days=45)
"""Targets run on after the period; few reach further."""

# Enough for any college in a quarter; beyond it the newest count.
LIMIT = 20_000
FIRST = 4_000
"""So many are counted at once; a page that shows them asks for all."""

SHOWN = 25
CATEGORIES = 12
READ = (
    "title", "text", "author_handle", "author_name", "platform", "lang", "sentiment",
    "sentiment_certainty", "threat", "threat_words", "judged_team", "judged_certainty",
    "published_at", "is_history",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """What one team would receive, and what of it would be late; `team` None: no answer needed."""

    team: Team | None
    count: int
    before: int
    late: int = 0
    late_before: int = 0


@dataclass(frozen=True, slots=True)
class CategoryShare:
    """How many messages a category would get; without a name: what no rule named."""

    name: str
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
    """The outcome: `shares` per team, and the first of `changed` messages that would move.

    `guessed` counts what would have gone to a team that did not really answer it, measured by that
    team's median; `unknown` what cannot be measured. `is_part`: older messages are not counted.
    """

    since: datetime
    total: int
    unsure: int
    shares: tuple[Share, ...]
    changed: int
    moves: tuple[Move, ...]
    categories: tuple[CategoryShare, ...] = ()
    approvals: int = 0
    approvals_before: int = 0
    guessed: int = 0
    unknown: int = 0
    is_part: bool = False

    @property
    def late(self) -> int:
        return sum(share.late for share in self.shares)

    @property
    def late_before(self) -> int:
        return sum(share.late_before for share in self.shares)


@dataclass
class _Tally:
    """What is counted about one of the two versions."""

    router: Router
    teams: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    approvals: int = 0
    unsure: int = 0
    guessed: int = 0
    unknown: int = 0

    def count(self, mention: Mention, decision: Decision, answers: Answers) -> None:
        code = _code(decision.team)
        self.teams[code] += 1
        self.categories[decision.category] += 1
        self.approvals += decision.needs_approval
        self.unsure += decision.is_unsure
        if mention.is_history:  # it stood there before we listened: nobody was asked to answer it
            return
        fate, is_guess = answers.fate(mention.pk, mention.published_at, decision)
        self.late[code] += fate == Fate.LATE
        self.unknown += fate == Fate.UNKNOWN
        self.guessed += is_guess and fate in {Fate.LATE, Fate.IN_TIME}


def try_out(version: PolicyVersion, *, at: datetime, limit: int = LIMIT) -> Tryout:
    """Run `version` and the version in force over the mentions of the last 90 days."""
    since = at - PERIOD
    around = Around.load()
    office = Timeline(calendar.office_calendar(around.college), since, at + BEYOND)
    answers = Answers.since(since, office=office, at=at)
    draft, current = _tallies(version, replace(around, office=office))
    heard = Mention.objects.filter(
        published_at__gte=since, is_relevant=True, is_own=False, is_repost=False
    )
    found = list(heard.newest_first().only(*READ)[: limit + 1])
    terms = _terms_of(heard)
    moves: list[tuple[int, Decision, Decision]] = []
    for mention in found[:limit]:
        utterance = utterance_of(mention, terms.get(mention.pk, ()))
        judgement = judgement_of(mention)
        new = draft.router.decide(utterance, judgement, at=mention.published_at)
        old = current.router.decide(utterance, judgement, at=mention.published_at)
        draft.count(mention, new, answers)
        current.count(mention, old, answers)
        if _code(new.team) != _code(old.team):
            moves.append((mention.pk, old, new))
    is_part = len(found) > limit
    return Tryout(
        since=found[limit - 1].published_at if is_part else since,
        total=draft.teams.total(),
        unsure=draft.unsure,
        shares=tuple(_shares(draft, current)),
        changed=len(moves),
        moves=tuple(_shown(moves[:SHOWN])),
        categories=tuple(_categories(draft, current)),
        approvals=draft.approvals,
        approvals_before=current.approvals,
        guessed=draft.guessed,
        unknown=draft.unknown,
        is_part=is_part,
    )


def _tallies(version: PolicyVersion, around: Around) -> tuple[_Tally, _Tally]:
    """For the draft and for what is in force."""
    in_force = policies.in_force()
    draft, current = (
        replace(Router.load(one, around), explains=False) for one in (version, in_force)
    )
    return _Tally(draft), _Tally(current)


def _terms_of(heard: MentionQuerySet) -> Mapping[int, set[str]]:
    """The slugs of the search terms that each of these mentions fits; one query."""
    found: dict[int, set[str]] = {}
    matches: Any = Match.objects.filter(mention__in=heard.values("pk"))
    for mention_id, slug in matches.values_list("mention_id", "term__slug"):
        found.setdefault(mention_id, set()).add(slug)
    return found


def _code(team: Team | None) -> str:
    return team.code if team else ""


def _shares(after: _Tally, before: _Tally) -> Iterator[Share]:
    """Per team by name, and last what needs no answer."""
    teams = sorted(after.router.teams.values(), key=lambda team: team.name.casefold())
    for team in [*teams, None]:
        code = _code(team)
        if after.teams[code] or before.teams[code]:
            counts = (after.teams[code], before.teams[code])
            yield Share(team, *counts, after.late[code], before.late[code])


def _categories(after: _Tally, before: _Tally) -> list[CategoryShare]:
    """The largest first; the rest is left out."""
    names = sorted(after.categories.keys() | before.categories.keys())
    shares = [CategoryShare(one, after.categories[one], before.categories[one]) for one in names]
    return sorted(shares, key=lambda one: -max(one.count, one.before))[:CATEGORIES]


def _shown(moves: Sequence[tuple[int, Decision, Decision]]) -> Iterator[Move]:
    mentions = Mention.objects.defer("raw").in_bulk([pk for pk, _, _ in moves])
    for pk, old, new in moves:
        if pk in mentions:
            yield Move(mentions[pk], old.team, new.team, new.rule_name)
