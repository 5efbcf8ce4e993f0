"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from training.domain import questions


@shared_task(name="training.pass_on_questions")
def pass_on_questions() -> None:
    questions.pass_on_overdue(localdate(now()))
