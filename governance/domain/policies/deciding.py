"""From draft to in force: submit, approve, ask for changes, take back, withdraw."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import review_dates
from governance.domain.policies.editing import locked
from governance.domain.policies.errors import NotReady, OwnWork, WrongState
from governance.domain.policies.readiness import problems
from governance.models import Policy, PolicyVersion
from people.models import User

State = PolicyVersion.State


def in_force(kind: str = Policy.Kind.WEBCARE) -> PolicyVersion | None:
    """The version of this kind of policy by which we work now."""
    versions = PolicyVersion.objects.in_force().filter(policy__kind=kind)
    return versions.select_related("policy", "fallback_team").first()


@transaction.atomic
def submit(
    version: PolicyVersion, *, by: User, approver: User, decide_by: date | None = None
) -> PolicyVersion:
    """Ask `approver`, a person and none of the writers, to decide.

    Raises `NotReady`, `OwnWork` or `WrongState`.
    """
    current = locked(version)
    if not current.is_editable:
        raise WrongState
    if approver.pk == by.pk or current.is_written_by(approver):
        raise OwnWork
    if found := problems(current):
        raise NotReady(found)
    current.state = State.SUBMITTED
    current.approver = approver
    current.decide_by = decide_by
    current.submitted_at = now()
    current.decided_at = None
    current.decision_note = ""
    current.save()
    audit.record(
        gettext_noop("submitted"),
        current,
        by=by,
        approver=approver.pk,
        decide_by=decide_by.isoformat() if decide_by else "",
    )
    return current


@transaction.atomic
def approve(version: PolicyVersion, *, by: User, note: str = "") -> PolicyVersion:
    """Put a submitted version in force at once; the previous one becomes historic.

    The next review is planned from today.
    """
    current = _decidable(version, by)
    at = now()
    _retire(current.policy)
    current.state = State.IN_FORCE
    current.decided_at = current.in_force_from = at
    current.decision_note = note
    current.save()
    review_dates.plan(current.policy, at=at)
    audit.record(gettext_noop("approved"), current, by=by, reason=note)
    return current


@transaction.atomic
def reject(version: PolicyVersion, *, by: User, note: str) -> PolicyVersion:
    """Ask for changes; the version can be edited and submitted again."""
    current = _decidable(version, by)
    current.state = State.REJECTED
    current.decided_at = now()
    current.decision_note = note
    current.save()
    audit.record(gettext_noop("asked for changes"), current, by=by, reason=note)
    return current


@transaction.atomic
def take_back(version: PolicyVersion, *, by: User) -> PolicyVersion:
    """Take a submitted version back to the drawing table."""
    current = locked(version)
    if current.state != State.SUBMITTED:
        raise WrongState
    current.state = State.DRAFT
    current.submitted_at = None
    current.save()
    audit.record(gettext_noop("took back"), current, by=by)
    return current


@transaction.atomic
def withdraw(policy: Policy, *, by: User, note: str) -> PolicyVersion:
    """Let a policy be without a version in force; what was in force stays readable as historic."""
    current = policy.versions.in_force().select_for_update().first()
    if current is None:
        raise WrongState
    _retire(policy)
    current.refresh_from_db()
    audit.record(gettext_noop("withdrew"), current, by=by, reason=note)
    return current


def _retire(policy: Policy) -> None:
    at = now()
    policy.versions.in_force().update(state=State.HISTORIC, in_force_until=at, updated_at=at)


def _decidable(version: PolicyVersion, by: User) -> PolicyVersion:
    current = locked(version)
    if current.state != State.SUBMITTED:
        raise WrongState
    if current.is_written_by(by):
        raise OwnWork
    if by.pk != current.approver_id:
        raise WrongState
    return current
