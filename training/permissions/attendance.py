"""Who runs an offering at the door and afterwards."""

from __future__ import annotations

from django.db.models import QuerySet

from people.models import User
from training.models import Session
from training.permissions import can_organise


def sessions_run_by(user: User) -> QuerySet[Session]:
    """The sessions of which this person is the trainer."""
    return Session.objects.filter(offering__in=user.offerings.all())


def can_run_something(user: User) -> bool:
    return can_organise(user) or user.offerings.exists()
