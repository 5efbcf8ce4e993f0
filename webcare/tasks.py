"""When webcare works: the beat rings, every task asks Postgres what is due."""

from __future__ import annotations

import logging

from celery import shared_task
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from webcare.domain import desk, replies, tickets, tombstones, triage

logger = logging.getLogger(__name__)


@shared_task(name="webcare.triage_new")
def triage_new() -> int:
    return triage.triage_new()


@shared_task(name="webcare.send_due")
def send_due() -> int:
    return replies.send_due()


@shared_task(name="webcare.confirm_unconfirmed")
def confirm_unconfirmed() -> int:
    return replies.confirm_unconfirmed()


@shared_task(name="webcare.expire_claims")
def expire_claims() -> int:
    desk.sweep()
    return tickets.expire_claims()


@shared_task(name="webcare.forget_taken_away")
def forget_taken_away() -> int:
    return tombstones.forget_taken_away()


def send_soon() -> None:
    """Ring the sender when the time to take a reply back is over.

    Only a doorbell: without a broker the reply goes out with the next beat.
    """
    transaction.on_commit(_ring, robust=True)


def _ring() -> None:
    try:
        send_due.apply_async(countdown=settings.UNDO_SECONDS + 1, retry=False)
    except (OperationalError, OSError) as error:
        logger.warning("the broker does not take webcare.send_due: %s", error)
