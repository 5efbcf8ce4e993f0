"""What the heartbeat of governance starts; everything is decided in the domain."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from governance.domain import incidents


@shared_task(name="governance.forget_incidents")
def forget_incidents() -> None:
    incidents.forget(day=localdate(now()))
