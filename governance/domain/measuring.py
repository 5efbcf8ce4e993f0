"""What governance measures about itself, once a day: a figure, or None when there is none to give.

`indicators.record` passes it on to the goals. A day without a figure is a gap, not a zero.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Max, Q
from django.utils.timezone import localdate

from governance.domain import indicators
from governance.domain.review_dates import months_later
from governance.models import Acknowledgement, Measure, Policy, PolicyVersion, Readership, Review
from people.models import Unit, User


def measure(*, day: date) -> dict[str, Decimal]:
    """Record today's figures; which they were. Running it again on a day changes nothing."""
    figures = {
        Measure.ACKNOWLEDGED.value: acknowledged(),
        Measure.REVIEWED.value: policies_reviewed(day=day),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    for name, value in found.items():
        indicators.record(name, value, day)
    return found


def share(part: int, whole: int) -> Decimal | None:
    """A percentage with one decimal; None of nothing."""
    return round(Decimal(100 * part) / whole, 1) if whole else None


def acknowledged() -> Decimal | None:
    """Which share of those who must confirm the protocols in force did (%)."""
    asked = confirmed = 0
    protocols = PolicyVersion.objects.in_force().filter(policy__kind=Policy.Kind.PROTOCOL)
    for version in protocols.order_by("pk"):
        readers = must_confirm(version)
        done = Acknowledgement.objects.filter(user__in=readers, version__in=_counting(version))
        asked += len(readers)
        confirmed += done.values("user").distinct().count()
    return share(confirmed, asked)


def must_confirm(version: PolicyVersion) -> frozenset[int]:
    """The ids of the people who are asked to confirm a version, by the readership of its policy."""
    people: set[int] = set()
    readerships = Readership.objects.filter(policy=version.policy_id).prefetch_related("units")
    for readership in readerships:
        found = User.objects.filter(is_active=True)
        if readership.roles:
            found = found.filter(role_grants__role__in=readership.roles)
        if units := [unit.pk for unit in readership.units.all()]:
            found = found.filter(unit__in=Unit.objects.at_or_below(units))
        people.update(found.values_list("pk", flat=True))
    return frozenset(people)


def _counting(version: PolicyVersion) -> list[int]:
    """The versions of which a confirmation still counts: back to the last that asked anew."""
    published = PolicyVersion.objects.filter(policy=version.policy_id, number__lte=version.number)
    published = published.filter(in_force_from__isnull=False)
    last = published.filter(is_material=True).aggregate(last=Max("number"))["last"] or 0
    return list(published.filter(number__gte=last).values_list("pk", flat=True))


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
