"""Pages that read over every app; what they show grows with the subjects themselves."""

from __future__ import annotations

from typing import Any

from people.models import User

PAGES = {
    # Each of the ten tips asks two or three questions of its own, and so does each kind of thing
    # that waits: many, but as many in a large college as in a small one.
    "reporting:overview": 70,
    "reporting:plan": 30,
    "reporting:tip-note": 6,
    "reporting:line": 15,
}
STEPS: set[str] = set()


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    return {"reporting:tip-note": {"number": 3}}


def grow(reader: User, count: int) -> None:
    """Nothing of their own: the other subjects make what is counted here."""
