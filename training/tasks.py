"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task

from core.clock import now
from training.domain import mandate_states


@shared_task(name="training.compare_mandates")
def compare_mandates() -> int:
    """Often, so that who loses the mandate hears it soon; more often changes nothing."""
    return mandate_states.compare_all(at=now())
