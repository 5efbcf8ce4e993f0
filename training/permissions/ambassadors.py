"""Who may suggest, see and follow ambassadors."""

from __future__ import annotations

from people.models import Role, User
from training.permissions import can_organise


def can_see_ambassadors(user: User) -> bool:
    """Who organises training, and the board. Somebody who suggests sees no list."""
    return can_follow_up(user) or user.has_role(Role.BOARD)


def can_follow_up(user: User) -> bool:
    return can_organise(user)


def can_suggest(user: User) -> bool:
    """Everybody who works here: whoever hears something nice can pass it on."""
    return user.is_active
