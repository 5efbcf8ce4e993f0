"""What the heartbeat of monitoring starts; everything is decided in the domain."""

from __future__ import annotations

from datetime import datetime

from celery import shared_task

from core.clock import now
from monitoring.domain import (
    freshness,
    lanes,
    look_back,
    measuring,
    polling,
    retention,
    statistics,
)


@shared_task(name="monitoring.poll_due")
def poll_due() -> None:
    """Hand out every source whose time has come, one task each."""
    freshness.mark_silent(at=now())
    for source in polling.claim_due():
        assert source.leased_until is not None  # noqa: S101 - claiming means leasing
        poll_source.delay(source.pk, source.leased_until.isoformat())


@shared_task(name="monitoring.poll_source")
def poll_source(source_id: int, lease: str) -> None:
    lanes.poll_claimed(source_id, lease=datetime.fromisoformat(lease))


@shared_task(name="monitoring.look_back")
def look_back_for_terms() -> None:
    look_back.run_waiting()


@shared_task(name="monitoring.forget_expired")
def forget_expired() -> None:
    retention.forget_expired(at=now())


@shared_task(name="monitoring.measure_channels")
def measure_channels() -> None:
    statistics.measure_channels(at=now())


@shared_task(name="monitoring.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(at=now())
