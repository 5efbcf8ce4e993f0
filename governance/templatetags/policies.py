"""How a policy's own values read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from core import languages
from governance.domain import reasons
from governance.domain.comparison import RuleChange
from governance.models.routing import Platform, RoutingRule, Sentiment, Threat

register = template.Library()
LABELS: dict[str, dict[Any, Any]] = {
    "platform": dict(Platform.choices),
    "sentiment": dict(Sentiment.choices),
    "threat": dict(Threat.choices),
}


class Difference(NamedTuple):
    """One value of a rule, as people read it."""

    label: str
    was: str
    now: str


@register.filter
def differences(change: RuleChange) -> list[Difference]:
    """Everything that a changed rule says differently from before."""
    if change.before is None:
        return []
    return [
        Difference(_label(name), _value(change.before, name), _value(change.rule, name))
        for name in change.fields
    ]


def _label(name: str) -> str:
    if name == "target_minutes":
        return gettext("Answer within")
    return capfirst(
        str(next(field for field in RoutingRule._meta.fields if field.attname == name).verbose_name)
    )


def _value(rule: RoutingRule, name: str) -> str:
    """A value of a rule in words; a dash for a condition that is left open."""
    match name:
        case "team_id":
            return rule.team.name if rule.team else gettext("no answer needed")
        case "target_minutes":
            return minutes(rule.target_minutes)
        case "priority":
            return rule.get_priority_display()
        case "clock":
            return rule.get_clock_display()
        case "needs_approval":
            return gettext("yes") if rule.needs_approval else gettext("no")
        case "platforms":
            return ", ".join(labels(rule.platforms, "platform")) or "–"
        case "sentiments":
            return ", ".join(labels(rule.sentiments, "sentiment")) or "–"
        case "threats":
            return ", ".join(labels(rule.threats, "threat")) or "–"
        case "languages":
            return ", ".join(map(languages.label, rule.languages)) or "–"
    value = getattr(rule, name)
    return (value if isinstance(value, str) else ", ".join(value)) or "–"


@register.filter
def minutes(value: int) -> str:
    """A response target as people say it: "20 minutes", "2 hours", "2 days"."""
    if value % 60:
        return ngettext("%(n)s minute", "%(n)s minutes", value) % {"n": value}
    hours = value // 60
    if hours % 24 or hours == 24:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    return ngettext("%(n)s day", "%(n)s days", hours // 24) % {"n": hours // 24}


@register.filter
def labels(values: Iterable[str], kind: str) -> list[str]:
    """The readable names of stored choices."""
    return [str(LABELS[kind].get(value, value)) for value in values]


@register.filter
def reason(stored: dict[str, object]) -> str:
    """A stored reason as a sentence."""
    return reasons.text_of(stored)


@register.filter
def words(text: str) -> list[str]:
    """The words of a literal in a template."""
    return text.split()


@register.filter
def field(form: forms.BaseForm, name: str) -> BoundField:
    """The field of a form by its name."""
    return form[name]
