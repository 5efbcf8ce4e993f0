"""When webcare works: the beat rings, every task asks Postgres what is due."""

from __future__ import annotations

import logging
from typing import Any

from celery import Task, shared_task
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from core.clock import now
from webcare.domain import desk, measuring, replies, tickets, tombstones, triage
from webcare.domain.judgement import renewal

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


@shared_task(name="webcare.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(at=now())


@shared_task(name="webcare.train_router", soft_time_limit=3_540, time_limit=3_600)
def train_router() -> str:
    renewal.ask_when_due()
    training = renewal.train_asked()
    return training.state if training else ""


def send_soon() -> None:
    """Ring the sender when the time to take a reply back is over."""
    _ring_soon(send_due, countdown=settings.UNDO_SECONDS + 1)


def train_soon() -> None:
    """Ring the trainer."""
    _ring_soon(train_router)


def _ring_soon(task: Task[Any, Any], *, countdown: int = 0) -> None:
    """Only a doorbell: without a broker the work is done at the next beat."""

    def ring() -> None:
        try:
            task.apply_async(countdown=countdown, retry=False)
        except (OperationalError, OSError) as error:
            logger.warning("the broker does not take %s: %s", task.name, error)

    transaction.on_commit(ring, robust=True)
