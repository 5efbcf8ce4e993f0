"""What clauses do, in templates: the settings of a clause, and a draft's effect in practice."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from governance.domain import clauses, practice
from governance.domain.clause_settings import SETTINGS
from governance.domain.comparison import RuleChange
from governance.domain.practice import Practice
from governance.models import ClauseSetting, PolicyVersion

register = template.Library()


@register.filter
def does(row: ClauseSetting) -> str:
    """What the portal does because of this setting."""
    value = clauses.read(row)
    if value is None:
        return gettext("This setting is not possible here, so the portal does not follow it.")
    return SETTINGS[row.code].sentence(value)


@register.filter
def rule_told(change: RuleChange) -> list[str]:
    """What a changed rule means, in sentences."""
    return practice.told(change)


@register.filter
def fallback_minutes(version: PolicyVersion) -> int:
    """The target for what the rules leave open, by the clause that says so."""
    return clauses.fallback_as_loaded(version)


@register.simple_tag
def in_practice(
    version: PolicyVersion, before: PolicyVersion | None, rule_changes: list[RuleChange]
) -> Practice:
    """What changes when `version` goes in force; the rules were compared already."""
    return practice.changes(version, before, rule_changes=rule_changes if before else None)
