"""When people get mail: the beat rings, the task asks Postgres who is to be told something."""

from __future__ import annotations

from celery import shared_task

from core.clock import now
from people.domain import digests
from people.domain.staff import imports


@shared_task(name="people.send_digests")
def send_digests() -> int:
    return digests.send_digests()


@shared_task(name="people.invite_new_staff")
def invite_new_staff() -> int:
    return imports.send_invitations()


@shared_task(name="people.forget_staff_files")
def forget_staff_files() -> int:
    return imports.forget(at=now())
