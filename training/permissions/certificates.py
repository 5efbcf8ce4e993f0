"""Who sees and changes certificates."""

from __future__ import annotations

from django.db.models import QuerySet

from people.models import User
from training.models import Certificate
from training.permissions import can_organise, sees_everything


def seen_by(user: User) -> QuerySet[Certificate]:
    """One's own; all of them for who organises, and for the board."""
    every = Certificate.objects.all()
    return every if sees_everything(user) else every.filter(user=user)


def can_recognise(user: User) -> bool:
    return can_organise(user)


def can_revoke(user: User, certificate: Certificate) -> bool:
    """Somebody who organises, never one's own."""
    return can_organise(user) and certificate.user_id != user.pk and not certificate.revoked_at
