"""Looking at a policy again, with an outcome: it stays, a change is started, or it can go.

Publication, chapter 6: a plan lives only when somebody comes back to it.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import policies, review_dates
from governance.models import Policy, PolicyVersion, Review
from people.models import User

Outcome = Review.Outcome


class AlreadyDone(Exception):
    """Somebody else did this review in the meantime."""


@transaction.atomic
def keep(policy: Policy, *, by: User, note: str) -> Review:
    """The policy stays as it is until the next review."""
    return _done(policy, by=by, outcome=Outcome.KEEP, note=note)


@transaction.atomic
def change(policy: Policy, *, by: User, note: str) -> PolicyVersion:
    """A change is needed: the draft to write it in."""
    _done(policy, by=by, outcome=Outcome.CHANGE, note=note)
    return policies.start_draft(policy, by=by)


@transaction.atomic
def withdraw(policy: Policy, *, by: User, note: str) -> Review:
    """The policy can go: nothing is in force any more, and no review follows."""
    review = _done(policy, by=by, outcome=Outcome.WITHDRAW, note=note)
    policies.withdraw(policy, by=by, note=note)
    return review


def _done(policy: Policy, *, by: User, outcome: str, note: str) -> Review:
    review = policy.reviews.planned().select_for_update().first()
    if review is None:
        raise AlreadyDone
    at = now()
    review.done_at, review.done_by = at, by
    review.outcome, review.note = outcome, note
    review.version = policy.versions.in_force().first()
    review.save()
    if outcome != Outcome.WITHDRAW:
        review_dates.plan(policy, at=at)
    audit.record(gettext_noop("reviewed"), policy, by=by, reason=note, outcome=outcome)
    return review
