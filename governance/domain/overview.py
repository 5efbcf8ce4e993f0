"""All policies at a glance: what is in force, what is in the making, and what the next step is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from governance.models import Consultation, Policy, PolicyVersion, Remark, Review

State = PolicyVersion.State


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


def lines(
    *, day: date, kind: str = "", state: str = "", only_published: bool = False
) -> list[Line]:
    """Every policy, by kind and title; what was never published only for who governs."""
    found = _policies().order_by("kind", "title")
    if kind:
        found = found.filter(kind=kind)
    if only_published:
        found = found.filter(Exists(_published()))
    made = [_line(policy, day=day, hides_open=only_published) for policy in found]
    return [line for line in made if not state or _is(line, state)]


def _is(line: Line, state: str) -> bool:
    match state:
        case "late":
            return line.is_late
        case "open":
            return line.open is not None
        case "in_force":
            return line.in_force is not None
    return line.in_force is None


def _published() -> QuerySet[PolicyVersion]:
    return PolicyVersion.objects.filter(
        policy=OuterRef("pk"), state__in=[State.IN_FORCE, State.HISTORIC]
    )


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
