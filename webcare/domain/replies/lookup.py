"""Whether a reply that we may have sent stands on the platform already."""

from __future__ import annotations

from datetime import timedelta

from connectors.base import Replies
from connectors.types import Outgoing, Receipt
from webcare.models import Reply

_CLOCKS = timedelta(minutes=10)
"""More than a platform's clock and ours may differ."""


def outgoing(reply: Reply) -> Outgoing:
    """The reply as the connector wants it; the key is the same for every try."""
    return Outgoing(text=reply.text, in_reply_to=reply.mention.external_id, key=str(reply.key))


def find(reply: Reply, connector: Replies) -> Receipt | None:
    """What stands there, and is not known as another reply of ours with the same words."""
    others = Reply.objects.filter(
        mention__platform=reply.mention.platform, sent_at__gte=reply.created_at - _CLOCKS
    ).exclude(pk=reply.pk)
    known = frozenset(others.values_list("external_id", flat=True))
    return connector.find_reply(outgoing(reply), since=reply.created_at, besides=known)
