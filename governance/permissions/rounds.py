"""Who may hold a round and read its report. Whoever fills in the questionnaire needs no account."""

from __future__ import annotations

from governance.models import Round
from governance.permissions import can_govern
from people.models import User


def can_hold_rounds(user: User) -> bool:
    return can_govern(user)


def can_edit(user: User, held: Round) -> bool:
    """Once people are answering, the questions stand."""
    return can_govern(user) and held.state == Round.State.DRAFT


def can_read_report(user: User, held: Round) -> bool:
    """Not while answers come in: what changes from one look to the next would tell whose."""
    return can_govern(user) and held.state == Round.State.CLOSED
