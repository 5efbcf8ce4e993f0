"""A policy from one of the templates that come along (`governance.content.papers`).

What a template says becomes the college's own clauses, with their settings, routing rules and quiz
questions. A rule names a team by its code; where the college has no such team, its nearest
counterpart gets the messages, for a rule without a team would say that no answer is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db import transaction

from governance.content.papers import Paper, Section
from governance.domain.policies.drafting import create
from governance.models import (
    ClauseSetting,
    Policy,
    PolicySection,
    PolicyVersion,
    QuizQuestion,
    RoutingRule,
)
from people.models import Team, User

CRISIS = "crisis"
FIRST_HELP = "info"


@transaction.atomic
def create_from(paper: Paper, policy: Policy, *, by: User) -> PolicyVersion:
    """Store a new policy with a first draft that says what `paper` says."""
    draft = create(policy, by=by)
    teams = Teams()
    draft.button_text = paper.button
    if policy.kind == Policy.Kind.WEBCARE:
        draft.fallback_team = teams.fallback
    draft.save(update_fields=["button_text", "fallback_team", "updated_at"])
    sections = PolicySection.objects.bulk_create(_sections(paper, draft))
    written = list(zip(paper.sections, sections, strict=True))
    ClauseSetting.objects.bulk_create(
        ClauseSetting(section=section, code=code, value=value)
        for source, section in written
        for code, value in source.settings
    )
    RoutingRule.objects.bulk_create(_rules(written, draft, teams))
    QuizQuestion.objects.bulk_create(_questions(paper, sections, draft))
    return draft


class Teams:
    """The teams of the college as a template names them."""

    def __init__(self) -> None:
        found = list(Team.objects.order_by("pk"))
        by_kind: dict[str, Team] = {}
        for team in found:
            by_kind.setdefault(team.kind, team)
        self._by_code = {team.code: team for team in found}
        self._crisis = by_kind.get(Team.Kind.CRISIS)
        self.fallback = self._by_code.get(FIRST_HELP) or by_kind.get(Team.Kind.WEBCARE)

    def named(self, code: str) -> Team | None:
        """The team of that code, else its counterpart; None when the college has no team yet."""
        counterpart = self._crisis if code == CRISIS else None
        return self._by_code.get(code) or counterpart or self.fallback


def _sections(paper: Paper, draft: PolicyVersion) -> list[PolicySection]:
    return [
        PolicySection(
            version=draft,
            position=position,
            title=source.title,
            what=source.what,
            why=source.why,
            tip=source.tip,
        )
        for position, source in enumerate(paper.sections, start=1)
    ]


def _rules(
    written: list[tuple[Section, PolicySection]], draft: PolicyVersion, teams: Teams
) -> Iterator[RoutingRule]:
    position = 0
    for source, section in written:
        for rule in source.rules:
            if team := teams.named(rule["team"]):
                position += 1
                fields: Mapping[str, object] = {**rule, "team": team}
                yield RoutingRule(version=draft, section=section, position=position, **fields)


def _questions(
    paper: Paper, sections: list[PolicySection], draft: PolicyVersion
) -> Iterator[QuizQuestion]:
    for position, question in enumerate(paper.questions, start=1):
        yield QuizQuestion(
            version=draft,
            position=position,
            section_key=sections[question.section].key,
            text=question.text,
            options=list(question.options),
            right=question.right,
        )
