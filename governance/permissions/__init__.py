"""Who may do what in governance: what holds everywhere here, and one file per subject beside it."""

from __future__ import annotations

from people.models import Role, Unit, User


def can_govern(user: User) -> bool:
    """Managers, the board and administrators shape vision, goals and policy."""
    return user.has_role(Role.MANAGER, Role.BOARD, Role.ADMINISTRATOR)


def sees_whole_college(user: User) -> bool:
    """The board sees every unit by name; a manager the own unit and those below it."""
    return user.has_role(Role.BOARD, Role.ADMINISTRATOR)


def units_seen_by(user: User) -> frozenset[int] | None:
    """The ids of the units of which this person sees who did what; None for all of them."""
    if sees_whole_college(user):
        return None
    if not user.has_role(Role.MANAGER) or user.unit_id is None:
        return frozenset()
    return Unit.objects.at_or_below([user.unit_id])
