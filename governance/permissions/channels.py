"""Who may choose channels: governors decide; an owner keeps the own channel up to date."""

from __future__ import annotations

from governance.models import ChannelChoice
from governance.permissions import can_govern
from people.models import User


def can_create(user: User) -> bool:
    return can_govern(user)


def can_edit(user: User, choice: ChannelChoice) -> bool:
    """Reason, hours and scores; not the decision, and not what is closed."""
    return choice.state in choice.EDITABLE and (can_govern(user) or user.pk == choice.owner_id)


def can_assign(user: User) -> bool:
    """Who owns a channel is for governors to say."""
    return can_govern(user)


def can_decide(user: User, choice: ChannelChoice) -> bool:
    return can_govern(user) and choice.state in choice.DECIDABLE


def can_reconsider(user: User, choice: ChannelChoice) -> bool:
    return can_govern(user) and choice.state == ChannelChoice.State.CLOSED


def can_start_closing(user: User, choice: ChannelChoice) -> bool:
    return can_govern(user) and choice.state == ChannelChoice.State.CHOSEN


def can_do_steps(user: User, choice: ChannelChoice) -> bool:
    return choice.state == ChannelChoice.State.CLOSING and (
        can_govern(user) or user.pk == choice.owner_id
    )


def can_finish(user: User, choice: ChannelChoice) -> bool:
    return can_govern(user) and choice.state == ChannelChoice.State.CLOSING
