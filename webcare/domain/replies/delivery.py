"""Sending what is due: one row at a time, marked `sending` before the call is made."""

from __future__ import annotations

import logging
import random
import time
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from connectors.base import Replies
from connectors.errors import AuthExpired, ConnectorError, OutcomeUnknown, Temporary
from connectors.types import Receipt
from core.clock import now
from monitoring.domain import connections
from webcare.domain.replies import lookup, outcomes
from webcare.models import Reply

logger = logging.getLogger(__name__)

BATCH = 50
SECONDS = 60.0
"""A round begins no call after this: a worker is stopped after some minutes, call or no call."""

FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=30)
GIVE_UP_AFTER = timedelta(hours=24)


def send_due(limit: int = BATCH) -> int:
    """Send up to `limit` replies whose time has come; how many were tried.

    A channel that gives trouble is left alone for the rest of this round, so that one slow
    platform does not hold up the others.
    """
    doubt_abandoned()
    ends_at = time.monotonic() + SECONDS
    troubled: set[int] = set()
    for tried in range(limit):
        reply = _claim(troubled) if time.monotonic() < ends_at else None
        if reply is None:
            return tried
        if not _send(reply) and reply.channel_id:
            troubled.add(reply.channel_id)
    return limit


def doubt_abandoned() -> None:
    """A worker died in the middle of a call: nobody knows the outcome."""
    for reply in Reply.objects.abandoned(at=now()).select_related("ticket"):
        outcomes.is_unconfirmed(reply, _("The sending was interrupted."))


def _claim(troubled: set[int]) -> Reply | None:
    """The next row, in `sending`; committed, or the mark would be worth nothing."""
    waiting = Reply.objects.exclude(channel__in=troubled) if troubled else Reply.objects.all()
    with transaction.atomic(durable=True):
        rows = waiting.claim_due(at=now())
    return rows[0] if rows else None


def _send(reply: Reply) -> bool:
    """Make the call and write its outcome; False when the channel gives trouble."""
    try:
        connector = _connector(reply)
    except Exception as error:
        logger.warning("Reply %s cannot be sent.", reply.pk, exc_info=True)
        outcomes.is_failed(
            reply, _("There is no connection to send with: %s") % connections.told(error)
        )
        return True
    try:
        receipt = _found_after_all(reply, connector) or connector.reply(lookup.outgoing(reply))
    except Exception as error:
        return _went_wrong(reply, error)
    outcomes.is_sent(reply, receipt)
    return True


def _found_after_all(reply: Reply, connector: Replies) -> Receipt | None:
    """What was in doubt is sent again because a person says so; who looks may overlook it."""
    return lookup.find(reply, connector) if reply.unconfirmed_at else None


def _connector(reply: Reply) -> Replies:
    """Raises when this reply can surely not be sent; nothing was sent then."""
    if reply.channel is None or not reply.channel.is_active:
        raise LookupError(_("the channel is not in use"))
    if reply.mention.deleted_at:
        raise LookupError(_("the message was taken away by its author"))
    connector = connections.connector_for(reply.channel)
    if not isinstance(connector, Replies):
        raise LookupError(_("this platform takes no answers"))
    return connector


def _went_wrong(reply: Reply, error: Exception) -> bool:
    """Only what the platform surely did not take may be tried again."""
    said = connections.told(error)
    match error:
        case Temporary():
            _put_back(reply, error)
            return False
        case AuthExpired():
            words = _("The platform does not accept our keys. Connect the channel again.")
            outcomes.is_failed(reply, f"{words} ({said})")
        case OutcomeUnknown():
            outcomes.is_unconfirmed(reply, _("It is not sure that it arrived: %s") % said)
            return False
        case ConnectorError():
            outcomes.is_failed(reply, _("The platform refused this answer: %s") % said)
        case _:
            logger.exception("Reply %s: an error that no connector should raise.", reply.pk)
            outcomes.is_unconfirmed(reply, _("Something unexpected went wrong while sending."))
            return False
    return True


def _put_back(reply: Reply, error: Temporary) -> None:
    at, said = now(), connections.told(error)
    if at - (reply.approved_at or reply.created_at) > GIVE_UP_AFTER:
        outcomes.is_failed(reply, _("The platform could not be reached for a day: %s") % said)
        return
    not_before = max(error.retry_at or at, at + _wait(reply.attempts))
    words = _("The platform could not be reached; we try again: %s") % said
    outcomes.is_queued_again(reply, words, not_before=not_before)


def _wait(attempts: int) -> timedelta:
    """Longer each time, and never for all replies at the same moment."""
    doublings = min(attempts - 1, 10)
    wait: timedelta = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return wait * random.uniform(0.75, 1.25)  # noqa: S311 - spreading, not a secret
