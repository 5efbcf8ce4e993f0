"""Who may do what with mentions, search terms, sources and channels."""

from __future__ import annotations

from django.db.models import QuerySet

from monitoring.models import Channel, Source
from people.models import Role, User
from people.permissions import works_in_queue


def can_see_mentions(user: User) -> bool:
    """Whoever listens or answers; teachers and trainers have no part in it."""
    roles = Role.AGENT, Role.MANAGER, Role.SPOKESPERSON, Role.CHANNEL_OWNER, Role.ADMINISTRATOR
    return user.has_role(*roles) or works_in_queue(user)


def can_see_raw(user: User) -> bool:
    """The platform's own answer, as it came: for finding out why something looks odd."""
    return user.has_role(Role.ADMINISTRATOR)


def can_manage_terms(user: User) -> bool:
    """What we listen for is webcare's own craft."""
    return user.has_role(Role.AGENT, Role.MANAGER, Role.SPOKESPERSON, Role.ADMINISTRATOR)


def can_manage_all(user: User) -> bool:
    """Every source and channel, also those without an owner."""
    return user.has_role(Role.MANAGER, Role.ADMINISTRATOR)


def can_create_source(user: User) -> bool:
    """Owners of a channel may listen on their own channel."""
    return can_manage_all(user) or user.owned_channels.exists()


def can_manage_source(user: User, source: Source) -> bool:
    if can_manage_all(user):
        return True
    return source.channel is not None and can_manage_channel(user, source.channel)


def manageable_channels(user: User) -> QuerySet[Channel]:
    """The channels that `user` may change and listen on."""
    return Channel.objects.all() if can_manage_all(user) else Channel.objects.filter(owners=user)


def can_manage_channel(user: User, channel: Channel) -> bool:
    return can_manage_all(user) or channel.owners.filter(pk=user.pk).exists()
