"""Ringing the next worker after a commit. Only a doorbell: who misses it, looks by himself soon."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

_joined: ContextVar[Counter[tuple[str, str]] | None] = ContextVar("joined", default=None)


def ring_on_commit(task: str, *, queue: str) -> None:
    """Start `task` (by name, without knowing its app) once this transaction is committed."""
    transaction.on_commit(partial(_ring, task, queue), robust=True)


@contextmanager
def joined() -> Iterator[None]:
    """Of the rings for one task in here, the first sounds at once; the others are one, at the end.

    For work that commits many times: whoever was rung looks until there is nothing more.
    """
    rings: Counter[tuple[str, str]] = Counter()
    token = _joined.set(rings)
    try:
        yield
    finally:
        _joined.reset(token)
        for (task, queue), times in rings.items():
            if times > 1:
                _ring(task, queue)


def _ring(task: str, queue: str) -> None:
    rings = _joined.get()
    if rings is not None:
        rings[task, queue] += 1
        if rings[task, queue] > 1:
            return
    try:
        current_app.send_task(task, queue=queue, retry=False, ignore_result=True, expires=30)
    except (OperationalError, OSError) as error:
        logger.warning("the broker does not take %s: %s", task, error)
