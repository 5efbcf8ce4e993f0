"""What the heartbeat of governance starts; everything is decided in the domain."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from governance.domain import consultations, measuring


@shared_task(name="governance.close_consultations")
def close_consultations() -> None:
    consultations.close_due(at=now())


@shared_task(name="governance.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(day=localdate(now()))
