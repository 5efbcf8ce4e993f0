"""Whether, through which channel and in how many characters a mention can be answered.

What a platform allows is data of its connector; nothing here knows a platform by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from connectors import registry
from connectors.base import Replies
from connectors.types import Target
from monitoring.domain import connections
from monitoring.models import Channel, Mention


@dataclass(frozen=True, slots=True)
class ReplyLimits:
    """`max_length` 0: no limit. `measured`: the platform counts in its own way (see `measure`).

    `why_not` is a sentence for people, empty when `can_reply`. `opening` is how an answer must
    begin on platforms where its author would not hear of it otherwise.
    """

    can_reply: bool
    max_length: int = 0
    measured: bool = False
    why_not: str = ""
    channel: Channel | None = None
    opening: str = ""


def limits(mention: Mention) -> ReplyLimits:
    """What an answer to `mention` may be."""
    ability = connections.ability(mention.platform)
    if ability is None or not ability.can_reply:
        platform = mention.get_platform_display()
        return _cannot(_("%(platform)s takes no answers from here.") % {"platform": platform})
    if mention.deleted_at:
        return _cannot(_("This message was taken away by its author."))
    if mention.is_own:
        return _cannot(_("This is our own message."))
    channel = channel_for(mention)
    if channel is None:
        platform = mention.get_platform_display()
        return _cannot(_("No channel on %(platform)s has keys to answer.") % {"platform": platform})
    return ReplyLimits(
        can_reply=True,
        max_length=ability.text_limit,
        measured=ability.text_limit > 0,
        channel=channel,
        opening=_opening(mention) if ability.answers_by_name else "",
    )


def measure(mention: Mention, text: str) -> int:
    """The length of `text` in the platform's own way of counting."""
    ability = connections.ability(mention.platform)
    if ability is None:
        return len(text)
    connector = registry.connect(mention.platform, Target(kind=min(ability.kinds)))
    return connector.measure_text(text) if isinstance(connector, Replies) else len(text)


def channel_for(mention: Mention) -> Channel | None:
    """The account that answers: the one that the mention came in by, else another of ours there."""
    source = mention.source
    own = source.channel if source else None
    if own and _can_speak(own):
        return own
    others = Channel.objects.filter(platform=mention.platform, is_active=True).order_by("pk")
    return next((channel for channel in others if _can_speak(channel)), None)


def _opening(mention: Mention) -> str:
    return f"@{mention.author_handle.removeprefix('@')} " if mention.author_handle else ""


def _can_speak(channel: Channel) -> bool:
    return channel.is_active and bool(channel.credentials)


def _cannot(why: str) -> ReplyLimits:
    return ReplyLimits(can_reply=False, why_not=why)
