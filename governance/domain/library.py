"""The library of goals that comes along: looked through, and copied into the college's own rows.

A copy is the college's: it may change every word. `library_code` keeps saying where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from governance.content.goals import GOALS, LibraryGoal, goal_by_code
from governance.domain import audiences, goals, indicators
from governance.models import Goal, Indicator, Policy, Strategy
from people.models import User


@dataclass(frozen=True, slots=True)
class Offer:
    """A goal of the library, with the copy that the college already works on."""

    goal: LibraryGoal
    audiences: list[str]
    copy: Goal | None


def offers(*, domain: str = "", audience: str = "") -> list[Offer]:
    """What fits a domain and an audience; empty narrows nothing."""
    fitting = [
        one
        for one in GOALS
        if domain in {"", one.domain} and (not audience or audience in one.audiences)
    ]
    codes = [one.code for one in fitting]
    copies = {
        copy.library_code: copy
        for copy in Goal.objects.under_way().filter(library_code__in=codes).order_by("-pk")
    }
    return [
        Offer(one, audiences.standard_names(one.audiences), copies.get(one.code)) for one in fitting
    ]


@transaction.atomic
def take(offered: LibraryGoal, *, by: User) -> Goal:
    """Copy a goal in the language of the reader, with its audiences, owned by who takes it.

    It hangs on the vision of its domain, and on the core strategy when that has one line.
    """
    goal = Goal(
        domain=offered.domain,
        title=str(offered.title),
        activity=str(offered.activity),
        consequence=str(offered.consequence),
        effect=str(offered.effect),
        library_code=offered.code,
        owner=by,
        vision=Policy.objects.of_kind(Policy.Kind.VISION).filter(domain=offered.domain).first(),
        strategy=_only_line(),
    )
    return goals.create(goal, by=by, audiences=audiences.with_codes(offered.audiences))


def _only_line() -> Strategy | None:
    lines = list(Strategy.objects.filter(is_current=True)[:2])
    return lines[0] if len(lines) == 1 else None


def suggested_indicator(goal: Goal) -> Indicator | None:
    """What the library proposes to measure: unsaved, without a target, which is the college's.

    Where the portal measures it already, today's figure is where it starts.
    """
    offered = goal_by_code(goal.library_code)
    if offered is None:
        return None
    measured = indicators.latest_measured(offered.measured_by) if offered.measured_by else None
    return Indicator(
        goal=goal,
        name=str(offered.indicator)[:200],
        unit=str(offered.unit)[:40],
        higher_is_better=offered.higher_is_better,
        measure=offered.measured_by,
        baseline=measured.value if measured else None,
        baseline_date=measured.on_date if measured else None,
        target_date=goal.target_date,
    )
