"""Who may do what in training: what holds everywhere here, and one file per subject beside it."""

from __future__ import annotations

from people.models import Role, User


def can_organise(user: User) -> bool:
    """Trainers, managers and administrators make courses, plan sessions and see who comes."""
    return user.has_role(Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR)


def sees_everything(user: User) -> bool:
    """Whoever organises, and the board: drafts, certificates of others, ambassadors."""
    return can_organise(user) or user.has_role(Role.BOARD)
