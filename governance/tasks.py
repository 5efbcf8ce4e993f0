"""What the heartbeat of governance starts; everything is decided in the domain."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from governance.domain import measuring


@shared_task(name="governance.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(day=localdate(now()))
