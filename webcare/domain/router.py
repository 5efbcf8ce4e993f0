"""Where a message goes by the policy in force: pure, and the same for real and for rehearsal.

Danger comes before everything: a likely threat that no rule takes up goes to the crisis team at
once, and a possible one is always looked at by a person. Then the rules decide. What they leave
open goes where the judge proposes, treated as the policy treats that team; a judge in doubt, or
none, leaves it to a person, marked unsure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core import workhours
from governance.domain import clauses, routing
from governance.domain.reasons import Reason
from governance.domain.routing import RoutingTable, RuleHit, Utterance
from governance.models import PolicyVersion, RoutingRule
from governance.models.routing import Clock, Priority, Threat
from people.domain import calendar
from people.models import Institution, Team
from webcare.domain.judgement import NO_ANSWER, Judgement

FALLBACK_TEAM = "info"
CRISIS_TEAM = "crisis"
FALLBACK_MINUTES = 24 * 60
THREAT_MINUTES = {Threat.LIKELY: 15, Threat.POSSIBLE: 60}
"""A threat on social media was followed by the police at the door within twenty minutes."""

SURE = 0.8
"""From this chance on a judge's proposal is not marked unsure."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a message goes. `team` None: no answer needed, and then `due_at` is None too.

    `is_noise`: the judge thinks so as well, but is not sure enough to keep it from people.
    """

    team: Team | None
    category: str = ""
    priority: int = Priority.NORMAL
    due_at: datetime | None = None
    clock: str = Clock.OFFICE
    needs_approval: bool = False
    is_unsure: bool = False
    is_noise: bool = False
    rule_name: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def is_urgent(self) -> bool:
        return self.priority >= Priority.URGENT


@dataclass(frozen=True, slots=True)
class Around:
    """What every version works with: loaded once for several routers."""

    college: Institution
    teams: Mapping[int, Team]
    office: workhours.Timeline | None = None

    @classmethod
    def load(cls) -> Around:
        return cls(Institution.objects.current(), Team.objects.order_by("pk").in_bulk())


@dataclass(frozen=True, slots=True)
class Router:
    """All that a decision needs, loaded once for many messages; `decide` makes no query."""

    version: PolicyVersion | None
    table: RoutingTable | None
    teams: Mapping[int, Team]
    office: workhours.Calendar | workhours.Timeline
    fallback_minutes: int = FALLBACK_MINUTES

    @classmethod
    def load(cls, version: PolicyVersion | None, around: Around | None = None) -> Router:
        around = around or Around.load()
        return cls(
            version=version,
            table=routing.table(version, around.college) if version else None,
            teams=around.teams,
            office=around.office or calendar.office_calendar(around.college),
            fallback_minutes=clauses.fallback_minutes(version) if version else FALLBACK_MINUTES,
        )

    def decide(
        self, utterance: Utterance, judgement: Judgement | None = None, *, at: datetime
    ) -> Decision:
        """Where `utterance` goes; deadlines count from `at`, the platform's time."""
        if judgement:
            utterance = judgement.on(utterance)
        hit = self.table.first_match(utterance) if self.table else None
        if utterance.threat == Threat.LIKELY and not (hit and self._takes_up_threats(hit.rule)):
            return self._threat(utterance, at)
        decision = self._by_rule(hit, at) if hit else self._left_open(utterance, judgement, at)
        if utterance.threat != Threat.POSSIBLE:
            return decision
        if judgement is None and not (hit and decision.team):
            return replace(self._threat(utterance, at), category=decision.category)
        looked_at = self._looked_at(decision, utterance, at)
        return replace(looked_at, reasons=(*looked_at.reasons, *_alarmed(judgement)))

    @property
    def fallback(self) -> Team:
        """Who gets what the rules leave open; unsaved when there are no teams at all."""
        if self.version and self.version.fallback_team_id:
            return self.teams[self.version.fallback_team_id]
        webcare = [team for team in self.teams.values() if team.kind == Team.Kind.WEBCARE]
        coded = [team for team in webcare if team.code == FALLBACK_TEAM]
        return next(iter([*coded, *webcare, *self.teams.values()]), Team(code=FALLBACK_TEAM))

    @property
    def crisis(self) -> Team:
        """Who looks at threats; the fallback team where there is no crisis team."""
        found = [team for team in self.teams.values() if team.kind == Team.Kind.CRISIS]
        if not found and not self.teams:
            return Team(code=CRISIS_TEAM, kind=Team.Kind.CRISIS)
        return next(iter(found), self.fallback)

    def _takes_up_threats(self, rule: RoutingRule) -> bool:
        """A rule about something else that happens to fit does not take up a threat."""
        if rule.team_id is None:
            return False
        return bool(rule.threats) or self.teams[rule.team_id].kind == Team.Kind.CRISIS

    def _by_rule(self, hit: RuleHit, at: datetime) -> Decision:
        rule = hit.rule
        if rule.team_id is None:
            return Decision(None, rule.category, rule_name=rule.name, reasons=hit.reasons)
        return Decision(
            team=self.teams[rule.team_id],
            category=rule.category,
            priority=rule.priority,
            due_at=self._due(at, rule.target_minutes, rule.clock),
            clock=rule.clock,
            needs_approval=rule.needs_approval,
            rule_name=rule.name,
            reasons=hit.reasons,
        )

    def _threat(self, utterance: Utterance, at: datetime) -> Decision:
        """To the crisis team, counted day and night."""
        threat = Threat(utterance.threat)
        is_likely = threat == Threat.LIKELY
        return Decision(
            team=self.crisis,
            priority=Priority.URGENT if is_likely else Priority.HIGH,
            due_at=self._due(at, THREAT_MINUTES[threat], Clock.WATCH),
            clock=Clock.WATCH,
            is_unsure=not is_likely,
            reasons=(
                Reason("threat", {"words": ", ".join(utterance.threat_words)}),
                Reason("threat_unruled" if is_likely else "threat_unsure"),
            ),
        )

    def _looked_at(self, decision: Decision, utterance: Utterance, at: datetime) -> Decision:
        """A possible threat: with a person, soon, whatever the rest of it makes of it."""
        watched = self._threat(utterance, at)
        due_at, clock = min(
            (one.due_at, one.clock) for one in (decision, watched) if one.due_at is not None
        )
        return replace(
            decision,
            team=decision.team or self.fallback,
            priority=max(decision.priority, watched.priority),
            due_at=due_at,
            clock=clock,
            is_unsure=True,
            is_noise=False,
            reasons=(*decision.reasons, *watched.reasons),
        )

    def _left_open(
        self, utterance: Utterance, judgement: Judgement | None, at: datetime
    ) -> Decision:
        due_at = self._due(at, self.fallback_minutes, Clock.OFFICE)
        fallback = Decision(self.fallback, due_at=due_at, is_unsure=True)
        if judgement is None:
            reason = Reason("no_rule" if self.version else "no_policy")
            return replace(fallback, reasons=(reason,))
        if judgement.team == NO_ANSWER:
            return self._needs_nobody(fallback, judgement)
        return self._judged(fallback, utterance, judgement, at)

    def _needs_nobody(self, fallback: Decision, judgement: Judgement) -> Decision:
        """No answer needed; unless that is sure, somebody sees it when there is time."""
        reasons = (_told("judged_noise", judgement), *_because(judgement))
        if judgement.certainty >= SURE:
            return Decision(None, reasons=reasons)
        return replace(fallback, priority=Priority.LOW, is_noise=True, reasons=reasons)

    def _judged(
        self, fallback: Decision, utterance: Utterance, judgement: Judgement, at: datetime
    ) -> Decision:
        """To the team that the judge proposes, as the policy treats what goes to that team."""
        team = self._team_of(judgement)
        rule = self.table.rule_for(team, utterance) if self.table else None
        told = _told("judge", judgement, team=team.name)
        judged = replace(
            fallback,
            team=team,
            is_unsure=judgement.certainty < SURE,
            reasons=(told, *_because(judgement)),
        )
        if rule is None:
            return judged
        return replace(
            judged,
            priority=rule.priority,
            due_at=self._due(at, rule.target_minutes, rule.clock),
            clock=rule.clock,
            needs_approval=rule.needs_approval,
        )

    def _team_of(self, judgement: Judgement) -> Team:
        coded = [team for team in self.teams.values() if team.code == judgement.team]
        return next(iter(coded), self.fallback)

    def _due(self, start: datetime, minutes: int, clock: str) -> datetime:
        if clock == Clock.WATCH:
            return start + timedelta(minutes=minutes)
        return self.office.due(start, minutes / 60)


def _told(code: str, judgement: Judgement, **params: str) -> Reason:
    """The proposal, and whose it is when it is not the judge's own."""
    told = {**params, "certainty": round(judgement.certainty * 100)}
    if judgement.second and judgement.second.decides:
        return Reason(f"{code}_second", {**told, "by": judgement.second.name})
    return Reason(code, told)


def _because(judgement: Judgement) -> tuple[Reason, ...]:
    """The words that weighed most, when any did, and what a language model made of it."""
    words, second = ", ".join(judgement.words), judgement.second
    reasons = [Reason("judged_by", {"words": words})] if words else []
    if second and not second.decides:
        code = "second_agrees" if second.agrees else "second_differs"
        reasons.append(Reason(code, {"by": second.name}))
    return tuple(reasons)


def _alarmed(judgement: Judgement | None) -> tuple[Reason, ...]:
    if judgement and judgement.second and judgement.second.alarmed:
        return (Reason("second_alarmed", {"by": judgement.second.name}),)
    return ()
