"""Where a message goes by the policy in force: pure, and the same for real and for rehearsal.

The rules decide first. A likely threat that no rule takes up goes to the crisis team at once; a
possible one is always looked at by a person. What the rules leave open goes to the fallback team,
marked unsure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from core import workhours
from governance.domain import routing
from governance.domain.reasons import Reason
from governance.domain.routing import RoutingTable, RuleHit, Utterance
from governance.models import PolicyVersion, RoutingRule
from governance.models.routing import Clock, Priority, Threat
from people.domain import calendar
from people.models import Team
from webcare.domain.judgement import Judge, Judgement, NoOpinion

FALLBACK_TEAM = "info"
CRISIS_TEAM = "crisis"
FALLBACK_MINUTES = 24 * 60
THREAT_MINUTES = {Threat.LIKELY: 15, Threat.POSSIBLE: 60}
"""A threat on social media was followed by the police at the door within twenty minutes."""

SURE = 0.9
"""From here on a judge's proposal is not marked unsure."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a message goes. `team` None: no answer needed, and then `due_at` is None too."""

    team: Team | None
    category: str = ""
    priority: int = Priority.NORMAL
    due_at: datetime | None = None
    needs_approval: bool = False
    is_unsure: bool = False
    rule_name: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def is_urgent(self) -> bool:
        return self.priority >= Priority.URGENT


@dataclass(frozen=True, slots=True)
class Router:
    """All that a decision needs, loaded once for many messages; `decide` makes no query."""

    version: PolicyVersion | None
    table: RoutingTable | None
    teams: Mapping[int, Team]
    office: workhours.Calendar
    judge: Judge

    @classmethod
    def load(cls, version: PolicyVersion | None, *, judge: Judge | None = None) -> Router:
        return cls(
            version=version,
            table=routing.table(version) if version else None,
            teams=Team.objects.order_by("pk").in_bulk(),
            office=calendar.office_calendar(),
            judge=judge or NoOpinion(),
        )

    def decide(self, utterance: Utterance, *, at: datetime) -> Decision:
        """Where `utterance` goes; deadlines count from `at`, the platform's time."""
        hit = self.table.first_match(utterance) if self.table else None
        if utterance.threat == Threat.LIKELY and not (hit and self._takes_up_threats(hit.rule)):
            return self._threat(utterance, at)
        decision = self._by_rule(hit, at) if hit else self._left_open(utterance, at)
        if utterance.threat == Threat.POSSIBLE:
            return self._looked_at(decision, utterance, at, by_rule=hit is not None)
        return decision

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
            is_unsure=not is_likely,
            reasons=(
                Reason("threat", {"words": ", ".join(utterance.threat_words)}),
                Reason("threat_unruled" if is_likely else "threat_unsure"),
            ),
        )

    def _looked_at(
        self, decision: Decision, utterance: Utterance, at: datetime, *, by_rule: bool
    ) -> Decision:
        """A possible threat: with a person, soon, whatever the rules make of the rest of it."""
        watched = self._threat(utterance, at)
        if decision.team is None or not by_rule:
            return replace(watched, rule_name=decision.rule_name, category=decision.category)
        return replace(
            decision,
            priority=max(decision.priority, Priority.HIGH),
            due_at=min(filter(None, [decision.due_at, watched.due_at])),
            is_unsure=True,
            reasons=(*decision.reasons, Reason("threat_unsure")),
        )

    def _left_open(self, utterance: Utterance, at: datetime) -> Decision:
        judgement = self.judge.judge(utterance)
        minutes = self.version.fallback_target_minutes if self.version else FALLBACK_MINUTES
        due_at = self._due(at, minutes, Clock.OFFICE)
        if judgement:
            return self._judged(judgement, due_at)
        reason = Reason("no_rule" if self.version else "no_policy")
        return Decision(self.fallback, due_at=due_at, is_unsure=True, reasons=(reason,))

    def _judged(self, judgement: Judgement, due_at: datetime) -> Decision:
        """What the judge proposes; only a sure judge may say that no answer is needed."""
        by_code = {team.code: team for team in self.teams.values()}
        is_sure = judgement.certainty >= SURE
        needs_nobody = is_sure and not judgement.team
        team = None if needs_nobody else by_code.get(judgement.team, self.fallback)
        percent = round(judgement.certainty * 100)
        return Decision(
            team=team,
            category=judgement.category,
            priority=judgement.priority,
            due_at=due_at if team else None,
            is_unsure=not is_sure,
            reasons=(Reason("judge", {"team": str(team or "–"), "certainty": percent}),),
        )

    def _due(self, start: datetime, minutes: int, clock: str) -> datetime:
        counted = workhours.always() if clock == Clock.WATCH else self.office
        return workhours.due(start, minutes / 60, counted)
