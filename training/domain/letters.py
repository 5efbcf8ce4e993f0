"""The outbox of training: what has to be told to whom, once."""

from __future__ import annotations

from typing import Any

from core.clock import now
from people.models import User
from training.models import Enrolment, Letter


def write(
    kind: str,
    user: User,
    *,
    key: str,
    enrolment: Enrolment | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Put a letter in the outbox; one with a key that exists is there already."""
    at = now()
    letter = Letter(
        kind=kind,
        user=user,
        key=key,
        enrolment=enrolment,
        detail=detail or {},
        made_at=at,
        next_attempt_at=at,
    )
    Letter.objects.bulk_create([letter], ignore_conflicts=True)
