"""All policies at a glance: what is in force, what is in the making, and what the next step is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from governance.models import Consultation, Policy, PolicyVersion, Remark, Review

State = PolicyVersion.State
SIZE = 50
LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Line:
    """One policy as it stands; `step` is a code for what somebody has to do next."""

    policy: Policy
    in_force: PolicyVersion | None
    open: PolicyVersion | None
    review: Review | None
    is_late: bool

    @property
    def step(self) -> str:
        if self.open is None:
            return "review" if self.is_late else "change" if self.in_force else "start"
        if self.open.state == State.DRAFT and self.unanswered:
            return "answer"
        return str(self.open.state)

    @property
    def unanswered(self) -> int:
        return getattr(self.open, "unanswered", 0)

    @property
    def state(self) -> str:
        """How it would be filtered: late, in the making, in force or neither."""
        if self.is_late:
            return "late"
        if self.open:
            return "open"
        return "in_force" if self.in_force else "none"

    @property
    def ends_at(self) -> object:
        """The end of the consultation that runs."""
        running = getattr(self.open, "running", []) if self.open else []
        return running[0].ends_at if running else None


@dataclass(frozen=True, slots=True)
class Page:
    """Some policies, and the number of the one after which the next page starts ("" at the end)."""

    lines: list[Line]
    next: str


def page(
    *,
    day: date,
    kind: str = "",
    state: str = "",
    only_published: bool = False,
    after: str = "",
    size: int = SIZE,
) -> Page:
    """Policies by kind and title; what was never published only for who governs."""
    found = _policies().order_by("kind", "title", "pk")
    if kind:
        found = found.filter(kind=kind)
    if only_published:
        found = found.filter(_with(State.IN_FORCE, State.HISTORIC))
    if state:
        found = found.filter(_is(state, day, hides_open=only_published))
    if place := _place_of(after):
        found = found.filter(_behind(place))
    listed = list(found[: size + 1])
    lines = [_line(policy, day=day, hides_open=only_published) for policy in listed[:size]]
    return Page(lines, str(listed[size - 1].pk) if len(listed) > size else "")


def _place_of(after: str) -> Policy | None:
    is_number = after.isdecimal() and len(after) <= LONGEST_NUMBER
    return Policy.objects.filter(pk=int(after)).first() if is_number else None


def _behind(place: Policy) -> Q:
    same = Q(title__gt=place.title) | Q(title=place.title, pk__gt=place.pk)
    return Q(kind__gt=place.kind) | (Q(kind=place.kind) & same)


def _is(state: str, day: date, *, hides_open: bool) -> Q:
    match state:
        case "late":
            return Q(Exists(Review.objects.overdue(day=day).filter(policy=OuterRef("pk"))))
        case "open":
            return Q(pk__in=[]) if hides_open else _with(*PolicyVersion.OPEN_STATES)
        case "in_force":
            return _with(State.IN_FORCE)
    return ~_with(State.IN_FORCE)


def _with(*states: str) -> Q:
    """The policies that have a version in one of these states."""
    return Q(Exists(PolicyVersion.objects.filter(policy=OuterRef("pk"), state__in=states)))


def _policies() -> QuerySet[Policy]:
    unanswered = Count(
        "consultations__remarks",
        filter=Q(consultations__remarks__outcome=Remark.Outcome.OPEN),
    )
    current = (
        PolicyVersion.objects.exclude(state=State.HISTORIC)
        .select_related("approver", "author")
        .annotate(unanswered=unanswered)
    )
    running = Consultation.objects.filter(closed_at__isnull=True)
    return Policy.objects.select_related("owner").prefetch_related(
        Prefetch(
            "versions",
            current.prefetch_related(Prefetch("consultations", running, to_attr="running")),
            to_attr="current",
        ),
        Prefetch("reviews", Review.objects.planned(), to_attr="planned"),
    )


def _line(policy: Policy, *, day: date, hides_open: bool) -> Line:
    current: list[PolicyVersion] = policy.current  # type: ignore[attr-defined]
    planned: list[Review] = policy.planned  # type: ignore[attr-defined]
    review = planned[0] if planned else None
    return Line(
        policy=policy,
        in_force=next(_in(current, {State.IN_FORCE}), None),
        open=None if hides_open else next(_in(current, set(PolicyVersion.OPEN_STATES)), None),
        review=review,
        is_late=review is not None and review.planned_date < day,
    )


def _in(versions: list[PolicyVersion], states: set[State]) -> Iterator[PolicyVersion]:
    return (version for version in versions if version.state in states)
