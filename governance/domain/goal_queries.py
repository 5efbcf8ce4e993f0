"""What the list of goals shows: filters, loose ends, and page after page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Case, DateField, Exists, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from governance.domain import progress
from governance.models import Domain, Goal, Indicator, Reading
from governance.models.goal import GoalQuerySet
from people.models import User

PAGE_SIZE: Final = 50
DOMAINS: Final = [str(domain) for domain in Domain]
"""In the order in which people meet them, which is not that of their codes."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of goals is narrowed to; an empty value narrows nothing."""

    domain: str = ""
    state: str = ""
    loose: str = ""
    owner: User | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A goal with where its indicators stand."""

    goal: Goal
    progresses: list[progress.Progress]


@dataclass(frozen=True, slots=True)
class Page:
    """Some goals, and where the next page starts ("" at the end)."""

    rows: list[Row]
    next: str


def narrowed(goals: GoalQuerySet, filters: Filters, *, day: date) -> GoalQuerySet:
    exact = {"domain": filters.domain, "state": filters.state, "owner": filters.owner}
    found = goals.filter(**{name: value for name, value in exact.items() if value})
    if filters.loose:
        found = found.under_way().filter(_loose(filters.loose, day))
    return found


def _loose(kind: str, day: date) -> Q:
    if kind == "no_indicator":
        return Q(indicators__isnull=True)
    if kind == "no_audience":
        return Q(audiences__isnull=True)
    if kind == "no_vision":
        return Q(vision__isnull=True)
    stale = stale_indicators(day).filter(goal=OuterRef("pk"))
    return Q(Exists(stale), state=Goal.State.APPROVED)


def stale_indicators(day: date) -> QuerySet[Indicator]:
    """The indicators of which a figure should have been there on `day`."""
    last_wanted = Func(
        Cast(Value(day - progress.GRACE), DateField()),
        F("every_days"),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=DateField(),
    )
    fresh = Reading.objects.filter(indicator=OuterRef("pk"), on_date__gte=OuterRef("last_wanted"))
    return Indicator.objects.annotate(last_wanted=last_wanted).exclude(Exists(fresh))


def page(goals: GoalQuerySet, *, day: date, after: str = "", size: int = PAGE_SIZE) -> Page:
    """The first `size` goals by domain and state, after the one that `after` names."""
    found = goals.select_related("owner", "approver").prefetch_related("indicators")
    if place := place_of(after):
        found = found.filter(_behind(*place))
    listed = list(found.order_by(_rank(), "state", "pk")[: size + 1])
    has_more = len(listed) > size
    listed = listed[:size]
    return Page(rows(listed, day=day), next=name_of(listed[-1]) if has_more else "")


def rows(goals: list[Goal], *, day: date) -> list[Row]:
    """Each goal with the progress of its indicators (which were fetched before)."""
    known = progress.of([one for goal in goals for one in goal.indicators.all()], day=day)
    return [
        Row(goal, [known[one.pk] for one in sorted(goal.indicators.all(), key=lambda i: i.pk)])
        for goal in goals
    ]


def _behind(domain: str, state: str, pk: int) -> Q:
    later = Q(domain=domain, state__gt=state) | Q(domain=domain, state=state, pk__gt=pk)
    behind = DOMAINS[DOMAINS.index(domain) + 1 :]
    return Q(domain__in=behind) | later


def _rank() -> Case:
    return Case(*(When(domain=code, then=rank) for rank, code in enumerate(DOMAINS)), default=-1)


def name_of(goal: Goal) -> str:
    """The place of a goal in the list, for an address."""
    return f"{goal.domain}~{goal.state}~{goal.pk}"


def place_of(name: str) -> tuple[str, str, int] | None:
    """What `name_of` made, or None for anything else."""
    parts = name.split("~")
    if len(parts) != 3 or parts[0] not in DOMAINS or not parts[2].isdecimal() or len(parts[2]) > 18:
        return None
    return parts[0], parts[1], int(parts[2])
