"""How a policy's own values read."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.translation import ngettext

from governance.domain import reasons
from governance.models.routing import Sentiment, Threat

register = template.Library()
LABELS = {"sentiment": dict(Sentiment.choices), "threat": dict(Threat.choices)}


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
