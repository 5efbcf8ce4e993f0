"""Who may do what in governance: what holds everywhere here, and one file per subject beside it."""

from __future__ import annotations

from people.models import Role, User
from people.permissions import sees_whole_college, units_seen_by

__all__ = ["can_govern", "sees_whole_college", "units_seen_by"]


def can_govern(user: User) -> bool:
    """Managers, the board and administrators shape vision, goals and policy."""
    return user.has_role(Role.MANAGER, Role.BOARD, Role.ADMINISTRATOR)
