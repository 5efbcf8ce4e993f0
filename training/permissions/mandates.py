"""Who sees the mandates of others, and who gives the right to post on a channel."""

from __future__ import annotations

from governance.models import ChannelChoice
from governance.permissions import can_govern
from people.models import User


def can_see_team(user: User) -> bool:
    """Managers see their own units by name, the board all."""
    return can_govern(user)


def can_give_rights(user: User, choice: ChannelChoice) -> bool:
    """The owner of the channel, and who governs."""
    return choice.owner_id == user.pk or can_govern(user)
