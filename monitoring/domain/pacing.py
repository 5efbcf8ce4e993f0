"""When a source is polled again: its interval, a platform's wish, back-off, the breaker. Pure.

Jitter spreads sources that were made together, so that they do not ring one platform at once.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

BASE: Final = timedelta(seconds=15)
SOONEST: Final = timedelta(seconds=5)
CAP: Final = timedelta(hours=1)
FAULTS_TO_OPEN: Final = 5
OPEN_FOR: Final = timedelta(minutes=10)
PROBE_EVERY: Final = timedelta(days=1)
"""How often we ask again where it never worked, or costs money: no source is left for good."""

_random: Final = secrets.SystemRandom()
_SPREAD: Final = 0.1
_AFTER_RETRY_AT: Final = timedelta(seconds=5)


def after_success(at: datetime, *, interval: timedelta, more: bool) -> datetime:
    """The next poll of a healthy source; at once when a next page is waiting."""
    if more:
        return at
    spread: timedelta = interval * _random.uniform(1 - _SPREAD, 1)
    return at + spread


def after_fault(
    at: datetime,
    *,
    failures: int,
    retry_at: datetime | None = None,
    at_least: timedelta = SOONEST,
) -> datetime:
    """The next try after the `failures`-th fault in a row (1 or more), not within `at_least`.

    A platform's own wish goes first; else full jitter under a doubling roof. From the fifth fault
    on the breaker is open, and each poll is one probe.
    """
    if retry_at is not None and retry_at > at:
        spread: timedelta = _AFTER_RETRY_AT * _random.random()
        return retry_at + spread
    roof = min(CAP, BASE * 2 ** min(failures, 20))
    delay: timedelta = roof * _random.random()
    return at + max(delay, at_least, OPEN_FOR if is_open(failures) else at_least)


def is_open(failures: int) -> bool:
    """Whether the breaker is open: poll one page, and seldom."""
    return failures >= FAULTS_TO_OPEN


def after_refusal(at: datetime) -> datetime:
    """The next, rare look at something that the platform refuses."""
    return at + PROBE_EVERY * _random.uniform(0.9, 1)
