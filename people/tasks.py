"""When people get mail: the beat rings, the task asks Postgres who is to be told something."""

from __future__ import annotations

from celery import shared_task

from people.domain import digests


@shared_task(name="people.send_digests")
def send_digests() -> int:
    return digests.send_digests()
