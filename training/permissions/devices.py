"""Who may see and lend devices."""

from __future__ import annotations

from django.db.models import QuerySet

from people.models import Role, User
from training.models import Loan
from training.permissions import can_organise


def can_lend(user: User) -> bool:
    return can_organise(user)


def can_see_devices(user: User) -> bool:
    return can_lend(user) or user.has_role(Role.BOARD)


def loans_seen_by(user: User) -> QuerySet[Loan]:
    """One's own; who lends or sees the whole college sees all."""
    return Loan.objects.all() if can_see_devices(user) else Loan.objects.filter(user=user)


def can_see_loans_of(user: User, borrower: User) -> bool:
    """One's own, who keeps the devices, and the board."""
    return user.pk == borrower.pk or can_see_devices(user)
