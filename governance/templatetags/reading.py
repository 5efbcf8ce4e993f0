"""How reading and confirming reads: who is asked, how far they are, when it must be done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from core.clock import now
from people.models import Role

register = template.Library()
DEEPEST = 4


@register.filter
def role_names(roles: Iterable[str]) -> list[str]:
    """Stored roles as people call them."""
    return [str(Role(role).label) for role in roles if role in Role]


@register.filter
def days_late(due: date) -> str:
    """ "3 days too late"."""
    days = (localdate(now()) - due).days
    return ngettext("%(count)s day too late", "%(count)s days too late", days) % {"count": days}


@register.filter
def indent(depth: int) -> str:
    """The class for a line that stands so deep in a tree."""
    return f"depth-{min(depth, DEEPEST)}"


@register.inclusion_tag("governance/reading/_bar.html")
def share_bar(percent: int, target: int) -> dict[str, Any]:
    """How much of what, with a line at what we want; the numbers stand beside it."""
    return {"percent": percent, "target": target, "is_reached": percent >= target}


@register.filter
def target_words(target: int) -> str:
    return gettext("we want %(target)s%%") % {"target": target}
