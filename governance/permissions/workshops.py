"""Who may prepare, lead and look back at a workshop. Participants need only its code."""

from __future__ import annotations

from governance.models import Workshop
from governance.permissions import can_govern
from people.models import User


def can_create(user: User) -> bool:
    return can_govern(user)


def can_run(user: User, workshop: Workshop) -> bool:
    """The facilitator, and everybody who may make one."""
    return can_govern(user) or user.pk == workshop.facilitator_id


def can_replay(user: User) -> bool:
    return can_govern(user)
