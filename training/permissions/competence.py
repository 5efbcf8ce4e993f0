"""Who sees and confirms what people can do."""

from __future__ import annotations

from typing import Any

from governance.permissions import can_govern, units_seen_by
from people.models import User
from training.models import CompetenceEvidence
from training.permissions import can_organise


def can_write_competences(user: User) -> bool:
    return can_organise(user)


def can_see_team(user: User) -> bool:
    """Managers see their own units by name, the board all."""
    return can_govern(user)


def evidence_seen_by(user: User) -> Any:
    """What this person may confirm: of colleagues in the units they see, never their own."""
    found = CompetenceEvidence.objects.exclude(user=user)
    if not can_govern(user):
        return found.none()
    seen = units_seen_by(user)
    return found if seen is None else found.filter(user__unit__in=seen)
