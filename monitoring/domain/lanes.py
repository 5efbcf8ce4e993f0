"""Lanes: one slow platform may not take all threads of a worker.

Each server has a lane of a certain width. Work that finds its lane full waits without a thread, and
is taken up by whoever in that lane is ready first. What waits when the process dies is lost with
it; the leases on its rows run out, and the work is handed out again.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from django.db import close_old_connections

from monitoring.domain import connections, polling
from monitoring.models import Source

logger = logging.getLogger(__name__)

PER_SERVER: Final = 6
"""Of the sixteen threads of a worker; nor does a server like more calls than that at once."""

Work = Callable[[], object]


class Lanes:
    """Lanes of equal `width`, by name. Safe for many threads."""

    def __init__(self, width: int) -> None:
        self._width: Final = width
        self._lock: Final = threading.Lock()
        self._busy: Final[dict[str, int]] = {}
        self._waiting: Final[dict[str, deque[Work]]] = {}

    def run(self, lane: str, work: Work) -> None:
        """Do `work` here and now, and then what came to wait for it; or let `work` wait."""
        with self._lock:
            if self._busy.get(lane, 0) >= self._width:
                self._waiting.setdefault(lane, deque()).append(work)
                return
            self._busy[lane] = self._busy.get(lane, 0) + 1
        following: Work | None = work
        while following is not None:
            try:
                following()
            except Exception:  # it must not take along what waits behind it
                logger.exception("something in lane %s failed", lane)
            following = self._next(lane)
            if following is not None:
                close_old_connections()  # as between two tasks: one that broke must not stay

    def _next(self, lane: str) -> Work | None:
        """What waits longest in the lane; None when nothing does, and then a place is free."""
        with self._lock:
            if waiting := self._waiting.get(lane):
                return waiting.popleft()
            self._waiting.pop(lane, None)
            self._busy[lane] -= 1
            if not self._busy[lane]:
                del self._busy[lane]
            return None


_lanes: Final = Lanes(PER_SERVER)


def poll_claimed(source_id: int, *, lease: datetime) -> None:
    """Poll a source that `polling.claim_due` handed out, in the lane of its server."""
    source = Source.objects.select_related("channel").filter(pk=source_id).first()
    if source is not None:
        _lanes.run(connections.lane_of(source), partial(_poll, source_id, lease))


def _poll(source_id: int, lease: datetime) -> None:
    """Taken only now: who waited too long finds that its claim went to another."""
    source = polling.take(source_id, lease=lease)
    if source is not None:
        polling.poll(source)
