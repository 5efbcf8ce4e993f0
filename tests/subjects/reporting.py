"""Pages that read over every app; what they show grows with the subjects themselves."""

from __future__ import annotations

from typing import Any

from people.models import User

PAGES = {
    "reporting:overview": 10,
    "reporting:plan": 8,
    "reporting:tip-note": 6,
    "reporting:line": 12,
}
STEPS: set[str] = set()


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    return {"reporting:tip-note": {"number": 3}}


def grow(reader: User, count: int) -> None:
    """Nothing of their own: the other subjects make what is counted here."""
