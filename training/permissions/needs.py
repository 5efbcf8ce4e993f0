"""Who sees what the work shows about learning, and who decides on a proposal."""

from __future__ import annotations

from governance.permissions import can_govern
from people.models import User
from training.models import NeedProposal
from training.permissions import can_organise


def can_see_needs(user: User) -> bool:
    """Trainers and who governs; there are no names in it."""
    return can_organise(user) or can_govern(user)


def can_decide(user: User, proposal: NeedProposal) -> bool:
    """The leader of the team, and who governs."""
    return can_govern(user) or proposal.team.leader_id == user.pk


def can_see_proposal(user: User, proposal: NeedProposal) -> bool:
    return can_see_needs(user) or can_decide(user, proposal)
