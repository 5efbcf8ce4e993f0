"""Who reads a self-assessment: whoever made it, and their manager once it is shared."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from governance.permissions import units_seen_by
from people.models import Role, User
from training.models import TpackProfile


def is_manager(user: User) -> bool:
    return user.has_role(Role.MANAGER)


def shared_with(user: User) -> QuerySet[TpackProfile]:
    """What colleagues of the own units shared with their manager."""
    shared = TpackProfile.objects.filter(shared_at__isnull=False).exclude(user=user)
    if not is_manager(user):
        return shared.none()
    seen = units_seen_by(user)
    return shared if seen is None else shared.filter(user__unit__in=seen)


def seen_by(user: User) -> QuerySet[TpackProfile]:
    return TpackProfile.objects.filter(Q(user=user) | Q(pk__in=shared_with(user).values("pk")))
