"""When governance does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from governance.domain import consultations, incidents, measuring
from governance.domain.rounds import life


@shared_task(name="governance.close_consultations")
def close_consultations() -> None:
    consultations.close_due(at=now())


@shared_task(name="governance.forget_incidents")
def forget_incidents() -> None:
    incidents.forget(day=localdate(now()))


@shared_task(name="governance.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(day=localdate(now()))


@shared_task(name="governance.close_rounds")
def close_rounds() -> int:
    return life.close_what_is_over()
