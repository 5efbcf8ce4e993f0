"""How often one route may be called in a window, counted as the platforms count."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox.wire import now


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left in this window."""

    limit: int
    remaining: int
    reset_at: datetime
    is_over: bool = False


class Limits:
    """Fixed windows per route. Without `enforced` it counts, but never says stop."""

    def __init__(self, *, enforced: bool) -> None:
        self.enforced = enforced
        self._lock = threading.Lock()
        self._used: dict[tuple[str, int], int] = {}

    def spend(self, route: str, *, limit: int, seconds: int) -> Allowance:
        """Count one call to `route`, at most `limit` in `seconds`."""
        window = int(now().timestamp()) // seconds
        with self._lock:
            used = self._used.get((route, window), 0) + 1
            # Old windows are of no use any more.
            self._used = {key: n for key, n in self._used.items() if key[0] != route}
            self._used[(route, window)] = used
        reset_at = datetime.fromtimestamp((window + 1) * seconds, UTC)
        is_over = self.enforced and used > limit
        floor = 0 if self.enforced else 1
        return Allowance(limit, max(limit - used, floor), reset_at, is_over)
