"""Figures of a workshop in a page."""

from __future__ import annotations

from django import template

from core.charts import Chart
from governance.domain.workshops import minutes
from governance.domain.workshops.spread import Spread

register = template.Library()


@register.simple_tag
def chart_of(one: Spread) -> Chart:
    """How the votes on one statement are spread."""
    return minutes.chart_of(one)
