"""Who sees and writes the tree of trainers, and the figures of who took part."""

from __future__ import annotations

from governance.permissions import can_govern, units_seen_by
from people.models import User
from training.permissions import can_organise, sees_everything


def sees_trainers(user: User) -> bool:
    """Trainers see the tree in which they stand; who organises and the board too."""
    return sees_everything(user) or user.offerings.exists()


def can_write_trainers(user: User) -> bool:
    return can_organise(user)


def sees_participation(user: User) -> bool:
    """Managers of their own units; the board and administrators of the whole college."""
    return can_govern(user)


def units_of(user: User) -> frozenset[int] | None:
    return units_seen_by(user)
