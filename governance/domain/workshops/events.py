"""Writing down what happens in the room, so that a session can be looked at again.

An event never says which phone it came from.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from core.clock import now
from governance.models import Workshop, WorkshopEvent


class Kind(StrEnum):
    """What can happen; stored for good, so a name never changes its meaning."""

    JOINED = "joined"
    STEP = "step"
    SHOWN = "shown"
    VOTE = "vote"
    NOTE = "note"
    PROPOSED = "proposed"
    REWORDED = "reworded"
    MERGED = "merged"
    HIDDEN = "hidden"
    SHOWN_AGAIN = "shown_again"
    DOT = "dot"
    RANKED = "ranked"
    OWNER = "owner"
    GOALS = "goals"
    CLOSED = "closed"


def write(workshop: Workshop, kind: Kind, **data: Any) -> None:
    """Inside the transaction of the change, after its locks: so the order is the real one."""
    WorkshopEvent.objects.create(workshop=workshop, at=now(), kind=kind.value, data=data)
