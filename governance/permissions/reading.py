"""Who sets who must read, and who sees how far they are."""

from __future__ import annotations

from governance.permissions import can_govern, units_seen_by
from people.models import User


def can_set_readers(user: User) -> bool:
    return can_govern(user)


def can_see_progress(user: User) -> bool:
    """Managers see their own units, the board all; a manager without a unit sees an empty page."""
    return can_govern(user)


def sees_names_in(user: User, unit: int | None) -> bool:
    """Whether this person may see by name who of that unit has not confirmed."""
    seen = units_seen_by(user)
    return seen is None or unit in seen
