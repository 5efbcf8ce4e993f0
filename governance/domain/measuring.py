"""What governance measures about itself, once a day: a figure, or None when there is none to give.

`indicators.record` passes it on to the goals. A day without a figure is a gap, not a zero.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Max, Q
from django.utils.timezone import localdate

from governance.domain import acknowledgements, indicators, reading_progress
from governance.domain.review_dates import months_later
from governance.models import Measure, Policy, PolicyVersion, Review


def measure(*, day: date) -> dict[str, Decimal]:
    """Record today's figures; which they were. Running it again on a day changes nothing."""
    figures = {
        Measure.ACKNOWLEDGED.value: acknowledged(day=day),
        Measure.REVIEWED.value: policies_reviewed(day=day),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    for name, value in found.items():
        indicators.record(name, value, day)
    return found


def share(part: int, whole: int) -> Decimal | None:
    """A percentage with one decimal; None of nothing."""
    return round(Decimal(100 * part) / whole, 1) if whole else None


def acknowledged(*, day: date) -> Decimal | None:
    """Which share of those who must confirm the protocols in force did (%)."""
    asked = confirmed = 0
    for demand in acknowledgements.demands():
        if demand.version.policy.kind != Policy.Kind.PROTOCOL:
            continue
        for _, where in reading_progress.standings(demand, None, day):
            asked += 1
            confirmed += where.state == acknowledgements.State.CONFIRMED
    return share(confirmed, asked)


def policies_reviewed(*, day: date) -> Decimal | None:
    """Which share of the policies in force was looked at recently enough (%).

    A policy is late when its planned review is past, or, where none is planned, when it came into
    force or was last reviewed longer ago than its own period.
    """
    versions = list(PolicyVersion.objects.in_force().select_related("policy"))
    planned = dict(Review.objects.planned().values_list("policy_id", "planned_date"))
    done = Review.objects.filter(~Q(done_at=None)).values("policy_id")
    seen = {row["policy_id"]: row["last"] for row in done.annotate(last=Max("done_at"))}
    on_time = 0
    for version in versions:
        last = max(filter(None, (version.in_force_from, seen.get(version.policy_id))))
        due = planned.get(version.policy_id) or months_later(
            localdate(last), version.policy.review_months
        )
        on_time += due >= day
    return share(on_time, len(versions))
