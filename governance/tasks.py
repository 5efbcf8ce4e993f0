"""What the heartbeat of governance starts; everything is decided in the domain."""

from __future__ import annotations

from celery import shared_task

from core.clock import now
from governance.domain import consultations


@shared_task(name="governance.close_consultations")
def close_consultations() -> None:
    consultations.close_due(at=now())
