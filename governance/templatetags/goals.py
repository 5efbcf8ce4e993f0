"""How the figures of a goal read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def figure(value: Any, unit: str = "") -> str:
    """ "78", "78,5%", "6 uur": without zeros that say nothing, with the unit if one is given."""
    if not isinstance(value, Decimal):
        return "–"
    plain = value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
    digits = number_format(plain, use_l10n=True, force_grouping=abs(value) >= 10_000)
    if unit == "%":
        return f"{digits}%"
    return f"{digits}\u00a0{unit}" if unit else digits
