"""Looking up on the platform what became of a reply whose outcome is unknown.

Found: it is sent. Not found, several times over two minutes on a platform that could be read: a
person decides, and until then it stays unconfirmed. It is never sent again by itself.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from connectors.base import Replies
from connectors.types import Receipt
from core.clock import now
from core.outbox import OutboxQuerySet
from monitoring.domain import connections
from webcare.domain.replies import lookup, outcomes
from webcare.domain.replies.delivery import doubt_abandoned
from webcare.models import Reply

logger = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(seconds=20)
LOOK_AGAIN_LATER = timedelta(minutes=5)
ENOUGH_LOOKS = 3
LONG_ENOUGH = timedelta(minutes=2)
"""Platforms show a new post to its readers with a delay."""

State = Reply.State


def confirm_unconfirmed(limit: int = 50) -> int:
    """Look up the replies whose outcome is unknown; how many are known now."""
    doubt_abandoned()
    return sum(_look(reply) for reply in _claim(limit))


def _claim(limit: int) -> list[Reply]:
    """The ones to be looked up now; another worker leaves them alone for a while."""
    at = now()
    doubtful = Reply.objects.filter(state=State.UNCONFIRMED, next_attempt_at__lte=at)
    with transaction.atomic():
        rows = list(
            doubtful.select_for_update(skip_locked=True, of=("self",))
            .select_related("ticket", "mention", "channel", "author")
            .order_by("next_attempt_at", "pk")[:limit]
        )
        Reply.objects.filter(pk__in=[row.pk for row in rows]).update(
            next_attempt_at=at + LOOK_AGAIN
        )
    return rows


def _look(reply: Reply) -> bool:
    try:
        receipt = _find(reply)
    except Exception as error:
        logger.warning("Reply %s could not be looked up: %s", reply.pk, error)
        _cannot_look(reply, error)
        return False
    if receipt:
        return outcomes.is_sent(reply, receipt)
    _not_found(reply)
    return False


def _find(reply: Reply) -> Receipt | None:
    if reply.channel is None:
        raise LookupError(_("the channel is not in use"))
    connector = connections.connector_for(reply.channel)
    if not isinstance(connector, Replies):
        raise LookupError(_("this platform takes no answers"))
    return lookup.find(reply, connector)


def _not_found(reply: Reply) -> None:
    """After enough looks a person decides; `next_attempt_at` empty says that we stopped looking."""
    looks = reply.looks + 1
    enough = looks >= ENOUGH_LOOKS and _in_doubt_for(reply) >= LONG_ENOUGH
    words = _("The answer was not found on the platform. Look yourself, then choose.")
    _still_doubtful(reply).update(
        looks=looks,
        error=words if enough else reply.error,
        next_attempt_at=None if enough else now() + LOOK_AGAIN,
        updated_at=now(),
    )


def _cannot_look(reply: Reply, error: Exception) -> None:
    """Not being able to look proves nothing: say so, and look again."""
    is_new = _in_doubt_for(reply) < LONG_ENOUGH
    _still_doubtful(reply).update(
        error=_("The platform cannot be read now: %s") % connections.told(error),
        next_attempt_at=now() + (LOOK_AGAIN if is_new else LOOK_AGAIN_LATER),
        updated_at=now(),
    )


def _still_doubtful(reply: Reply) -> OutboxQuerySet:
    return Reply.objects.filter(pk=reply.pk, state=State.UNCONFIRMED, attempts=reply.attempts)


def _in_doubt_for(reply: Reply) -> timedelta:
    since: datetime = reply.unconfirmed_at or reply.created_at
    return now() - since
