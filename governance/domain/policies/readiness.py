"""What must be put right before a version can be approved."""

from __future__ import annotations

from core.searchquery import QuerySyntaxError
from governance.domain import whole
from governance.domain.policies.errors import Problem
from governance.domain.routing import check_words
from governance.models import Policy, PolicyVersion, Remark


def problems(version: PolicyVersion, *, unanswered: int | None = None) -> list[Problem]:
    """Everything that stands in the way, in the order in which one would repair it.

    `unanswered` is the number of remarks without an answer, for who counted them already.
    """
    whole.load(version)
    found = _text_problems(version)
    if unanswered is None:
        unanswered = Remark.objects.filter(
            consultation__version=version, outcome=Remark.Outcome.OPEN
        ).count()
    if unanswered:
        found.append(Problem("open_remarks", count=unanswered))
    if version.policy.kind == Policy.Kind.WEBCARE:
        found += _routing_problems(version)
    return found


def _text_problems(version: PolicyVersion) -> list[Problem]:
    sections = version.sections.all()
    if not any(section.what.strip() for section in sections):
        return [Problem("no_text")]
    return [
        Problem("empty_clause", section=section) for section in sections if not section.what.strip()
    ]


def _routing_problems(version: PolicyVersion) -> list[Problem]:
    found = [] if version.fallback_team_id else [Problem("no_fallback_team")]
    rules = version.rules.all()
    if not rules:
        found.append(Problem("no_rules"))
    for rule in rules:
        if rule.words:
            try:
                check_words(rule.words)
            except QuerySyntaxError:
                found.append(Problem("words_not_understood", rule))
    return found
