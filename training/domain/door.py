"""The code at the door: six signs that change every half minute, made from the session's secret.

Whoever is in the room reads or scans it. It is in no table: a photo of the screen is worth nothing
a minute later. The code before the present one counts too, because people and networks are slow.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from enum import StrEnum

from training.models import Session
from training.models.certificate import ALPHABET

STEP_SECONDS = 30
SIGNS = 6
OPENS_BEFORE = timedelta(minutes=30)


class Door(StrEnum):
    """Whether one can check in at this moment."""

    EARLY = "early"
    OPEN = "open"
    OVER = "over"
    CANCELLED = "cancelled"


def state(session: Session, at: datetime) -> Door:
    if session.cancelled_at:
        return Door.CANCELLED
    if at < opens_at(session):
        return Door.EARLY
    return Door.OPEN if at <= session.ends_at else Door.OVER


def opens_at(session: Session) -> datetime:
    return session.starts_at - OPENS_BEFORE


def code(session: Session, at: datetime) -> str:
    """The code on the screen at this moment."""
    return _code(session, _step(at))


def fits(session: Session, given: str, at: datetime) -> bool:
    """Whether this is the code of now, or the one just before. Spaces and case do not matter."""
    written = "".join(given.split()).replace("-", "").upper()
    step = _step(at)
    known = (_code(session, one) for one in (step, step - 1))
    return any(hmac.compare_digest(one.encode(), written.encode()) for one in known)


def seconds_left(at: datetime) -> int:
    """Until the next code."""
    return STEP_SECONDS - int(at.timestamp()) % STEP_SECONDS


def _step(at: datetime) -> int:
    return int(at.timestamp()) // STEP_SECONDS


def _code(session: Session, step: int) -> str:
    """Each byte picks one of 32 signs, so that all are as likely."""
    mixed = hmac.new(session.secret.encode(), f"{session.pk}:{step}".encode(), hashlib.sha256)
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in mixed.digest()[:SIGNS])
