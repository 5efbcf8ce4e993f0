"""Who sees and changes certificates."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from governance.permissions import units_seen_by
from people.models import Role, User
from training.models import Certificate
from training.permissions import can_organise


def seen_by(user: User) -> QuerySet[Certificate]:
    """One's own; for a manager those of the own units; all for trainers, administrators, board."""
    every = Certificate.objects.all()
    units = None if user.has_role(Role.TRAINER) else units_seen_by(user)
    if units is None:
        return every
    return every.filter(Q(user=user) | Q(user__unit__in=units))


def can_recognise(user: User) -> bool:
    return can_organise(user)


def can_revoke(user: User, certificate: Certificate) -> bool:
    """Somebody who organises, never one's own."""
    return can_organise(user) and certificate.user_id != user.pk and not certificate.revoked_at
