"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from training.domain import certificates, evaluations


@shared_task(name="training.remind_expiring")
def remind_expiring() -> int:
    return certificates.remind_expiring(day=localdate(now()))


@shared_task(name="training.ask_how_it_was")
def ask_how_it_was() -> int:
    return evaluations.ask()
