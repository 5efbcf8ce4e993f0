"""Who sees and makes courses."""

from __future__ import annotations

from django.db.models import QuerySet

from people.models import Role, User
from training.models import Course
from training.permissions import can_organise


def sees_everything(user: User) -> bool:
    """Whoever organises, and the board, also see what is not published."""
    return can_organise(user) or user.has_role(Role.BOARD)


def courses_seen_by(user: User) -> QuerySet[Course]:
    return Course.objects.all() if sees_everything(user) else Course.objects.published()
