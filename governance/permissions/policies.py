"""Who may read, write and decide on policies."""

from __future__ import annotations

from governance.models import PolicyVersion
from governance.permissions import can_govern
from people.models import User

PUBLISHED = {PolicyVersion.State.IN_FORCE, PolicyVersion.State.HISTORIC}


def can_write_policies(user: User) -> bool:
    return can_govern(user)


def can_read(user: User, version: PolicyVersion) -> bool:
    """What was published is for everybody; what is in the making for those who work on it."""
    return (
        version.state in PUBLISHED
        or can_write_policies(user)
        or user.pk in {version.author_id, version.approver_id}
    )


def can_edit(user: User, version: PolicyVersion) -> bool:
    return can_write_policies(user) and version.is_editable


def can_decide(user: User, version: PolicyVersion) -> bool:
    """Only the person who was asked, and never on their own work."""
    return (
        version.state == PolicyVersion.State.SUBMITTED
        and user.pk == version.approver_id
        and user.pk != version.author_id
    )
