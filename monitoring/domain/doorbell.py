"""Ringing the next worker after a commit. Only a doorbell: who misses it, looks by himself soon."""

from __future__ import annotations

import logging
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def ring_on_commit(task: str, *, queue: str) -> None:
    """Start `task` (by name, without knowing its app) once this transaction is committed."""
    transaction.on_commit(partial(_ring, task, queue), robust=True)


def _ring(task: str, queue: str) -> None:
    try:
        current_app.send_task(task, queue=queue, retry=False, ignore_result=True, expires=30)
    except (OperationalError, OSError) as error:
        logger.warning("the broker does not take %s: %s", task, error)
