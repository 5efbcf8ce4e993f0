"""Who writes and decides about experiences. Everybody who is signed in reads them."""

from __future__ import annotations

from people.models import Role, User
from training.models import Experience, Proposal
from training.permissions import can_organise


def can_change(user: User, experience: Experience) -> bool:
    """Its author; what came from an evaluation whoever organises."""
    if experience.author_id is None:
        return can_organise(user)
    return experience.author_id == user.pk


def can_propose(user: User) -> bool:
    return can_organise(user)


def can_decide(user: User, proposal: Proposal) -> bool:
    """Managers, the board and administrators; and a trainer on a course or an article."""
    if proposal.outcome:
        return False
    if user.has_role(Role.MANAGER, Role.BOARD, Role.ADMINISTRATOR):
        return True
    return proposal.kind != Proposal.Kind.POLICY and user.has_role(Role.TRAINER)
