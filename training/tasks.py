"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task

from core.clock import now
from training.domain import ambassadors


@shared_task(name="training.forget_ambassadors")
def forget_ambassadors() -> int:
    return ambassadors.forget(at=now())
