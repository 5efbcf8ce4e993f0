"""Threads with a database connection each, that do something at the very same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connection

from webcare.domain.refusals import Refusal

Step = Callable[[], Any]


class Racers:
    """The same threads and connections for race after race, so that a race takes milliseconds."""

    def __init__(self, pool: ThreadPoolExecutor, count: int) -> None:
        self._pool = pool
        self._start = threading.Barrier(count)

    def run(self, *steps: Step) -> list[Any]:
        """What each step gave, or the refusal that it met; one step for each racer."""
        assert len(steps) == self._start.parties
        return list(self._pool.map(self._race, steps))

    def _race(self, step: Step) -> Any:
        connection.ensure_connection()
        self._start.wait(timeout=10)
        try:
            return step()
        except Refusal as refusal:
            return refusal


@contextmanager
def racers(count: int = 2) -> Iterator[Racers]:
    with ThreadPoolExecutor(count) as pool:
        running = Racers(pool, count)
        try:
            yield running
        finally:
            running.run(*[_hang_up] * count)


def _hang_up() -> None:
    """Each thread its own connection: `connection` is another one in every thread."""
    connection.close()
