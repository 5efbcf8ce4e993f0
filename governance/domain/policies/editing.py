"""Who changes a version takes its next edition, so that two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.meantime import ChangedMeanwhile
from governance.domain.policies.errors import WrongState
from governance.models import PolicyVersion
from people.models import User

State = PolicyVersion.State


def locked(version: PolicyVersion) -> PolicyVersion:
    """The version as it stands now, for the rest of the transaction."""
    return (
        PolicyVersion.objects.select_for_update(of=("self",))
        .select_related("policy")
        .get(pk=version.pk)
    )


@transaction.atomic
def save(
    version: PolicyVersion, *, edition: int, by: User, fields: Mapping[str, Any]
) -> PolicyVersion:
    """Write `fields` of an editable version, as seen at `edition`.

    Raises `ChangedMeanwhile` when another save came first, `WrongState` when it is not editable.
    """
    current = touch(version, edition=edition, by=by)
    served = fields.get("strategies")
    plain = {name: value for name, value in fields.items() if name != "strategies"}
    for name, value in plain.items():
        setattr(current, name, value)
    current.save(update_fields=[*plain, "updated_at"])
    if served is not None:
        current.strategies.set(served)
    audit.record(gettext_noop("edited"), current, by=by, fields=sorted(fields))
    return current


def touch(version: PolicyVersion, *, edition: int, by: User) -> PolicyVersion:
    """Take the next edition of an editable version, inside the caller's transaction.

    Whoever changes a rule or the version's own fields goes through here: the second of two gets
    `ChangedMeanwhile`. The one who edits becomes a writer of it, and so cannot approve it.
    """
    current = PolicyVersion.objects.select_for_update().get(pk=version.pk)
    if not current.is_editable:
        raise WrongState
    if current.edition != edition:
        raise ChangedMeanwhile(current)
    current.edition = edition + 1
    reopen(current, by=by)
    return current


def reopen(current: PolicyVersion, *, by: User) -> None:
    """Somebody works on it (again): a draft, with this writer."""
    current.state = State.DRAFT
    current.save(update_fields=["edition", "state", "updated_at"])
    current.writers.add(by)


def open_for_writing(version: PolicyVersion) -> PolicyVersion:
    """The version, locked, when it may be written; `WrongState` otherwise."""
    current = locked(version)
    if not current.is_editable:
        raise WrongState
    return current
