"""Lists about rounds: the page of rounds, and a plan told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from governance.content import questionnaire
from governance.content.questionnaire import GROUPS
from governance.domain.rounds.composing import Plan
from governance.models import Round

PAGE_SIZE: Final = 25


@dataclass(frozen=True, slots=True)
class Page:
    """Some rounds, and where the next page starts ("" at the end)."""

    rounds: list[Round]
    next: str


def page(*, after: str = "", size: int = PAGE_SIZE) -> Page:
    """The newest rounds, after the one whose number `after` is."""
    found = Round.objects.order_by("-pk")
    if after.isdecimal() and len(after) < 19:
        found = found.filter(pk__lt=int(after))
    rows = list(found[: size + 1])
    shown = rows[:size]
    return Page(shown, next=str(shown[-1].pk) if len(rows) > size else "")


def summary(plan: Plan) -> list[tuple[str, list[str]]]:
    """What somebody chose, for a colleague who changed the same round meanwhile."""
    day = date_format(plan.closes_on, "DATE_FORMAT") if plan.closes_on else ""
    told = [
        (_("Title"), [plan.title]),
        (_("Who is asked"), [str(GROUPS[group]) for group in plan.groups]),
        (_("Open until"), [day] if day else []),
        (_("Introduction"), [plan.introduction] if plan.introduction else []),
        (
            _("Extra questions"),
            [str(questionnaire.item(code).text) for code in plan.optional],
        ),
        (_("Own questions"), [own.text for own in plan.own]),
    ]
    return [(name, values) for name, values in told if values]
