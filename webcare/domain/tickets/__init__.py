"""The work on a ticket: take it, move it, correct it, close it.

Every step is safe with two people at once: it looks at the row as it is, under its lock, and says
who was first. Every step is written in the audit trail.
"""

from __future__ import annotations

from webcare.domain.refusals import ReasonNeeded, Refusal
from webcare.domain.tickets.claims import (
    AlreadyClaimed,
    NotYours,
    claim,
    expire_claims,
    release,
    take_over,
)
from webcare.domain.tickets.corrections import add_note, correct, set_category, set_priority
from webcare.domain.tickets.course import (
    AlreadyClosed,
    NotClosed,
    ReplyUnderWay,
    close,
    reopen,
    wait,
)
from webcare.domain.tickets.routes import NotUnsure, SameTeam, confirm, reroute
from webcare.domain.tickets.undoing import UNDO_WITHIN, NothingToUndo, can_undo, undo

__all__ = [
    "UNDO_WITHIN",
    "AlreadyClaimed",
    "AlreadyClosed",
    "NotClosed",
    "NotUnsure",
    "NotYours",
    "NothingToUndo",
    "ReasonNeeded",
    "Refusal",
    "ReplyUnderWay",
    "SameTeam",
    "add_note",
    "can_undo",
    "claim",
    "close",
    "confirm",
    "correct",
    "expire_claims",
    "release",
    "reopen",
    "reroute",
    "set_category",
    "set_priority",
    "take_over",
    "undo",
    "wait",
]
