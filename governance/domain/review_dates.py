"""When a policy is looked at again: planned when it comes in force, moved when it changes."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from governance.domain import clauses
from governance.models import Policy, Review

AHEAD = timedelta(days=30)
"""How long before its date a review is announced to the owner."""


def plan(policy: Policy, *, at: datetime) -> Review:
    """Plan the next review of a policy from this moment; an earlier plan moves along."""
    day = months_later(localdate(at), clauses.review_months(policy))
    review, _ = Review.objects.update_or_create(
        policy=policy, done_at=None, defaults={"planned_date": day}
    )
    return review


def follow_period(policy: Policy) -> None:
    """Plan anew after another period was chosen, counted from the last approval or review."""
    last = policy.reviews.filter(done_at__isnull=False).order_by("-done_at").first()
    version = policy.versions.in_force().first()
    if version is None or version.in_force_from is None:
        return
    since = max(version.in_force_from, last.done_at) if last and last.done_at else None
    plan(policy, at=since or version.in_force_from)


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last of the month when there is no such day."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
