"""How audiences, figures and channels read."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from core.charts.table import number
from governance.content import platforms
from governance.content.channels import SCORING_QUESTIONS, ScoringQuestion
from governance.domain import use
from governance.models import AudienceUse, ChannelScore

register = template.Library()


@register.filter
def platform(code: str) -> str:
    """ "x" → "X"; a name that we do not know stays as it is."""
    return platforms.name_of(code)


@register.filter
def gone_since(name: str) -> int | None:
    """The year in which a network stopped."""
    return platforms.gone_since(name)


@register.filter
def finding(row: AudienceUse) -> str:
    return use.finding(row)


@register.filter
def hours(value: Decimal) -> str:
    """Hours as the reader writes them: "3", "2,5"."""
    return number(float(value))


@register.filter
def percent(value: Decimal | None) -> str:
    """ "53,5%"; nothing for none."""
    return "" if value is None else f"{number(float(value))}%"


@register.filter
def count(value: int | None) -> str:
    """A number of people, with the sign of thousands."""
    return "" if value is None else number_format(value, use_l10n=True, force_grouping=True)


@register.filter
def sentences(score: ChannelScore) -> list[tuple[ScoringQuestion, int, str]]:
    """The three questions with what was answered, as a number and in words."""
    return [
        (question, value, str(question.scale[value]))
        for question in SCORING_QUESTIONS
        if 0 <= (value := getattr(score, question.code)) <= 3
    ]


@register.filter
def sentence(text: str) -> SafeString | str:
    """A name at the beginning of a line: with a capital."""
    return capfirst(str(text))
