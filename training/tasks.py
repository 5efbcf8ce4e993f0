"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task

from training.domain import enrolment, offerings, post_office, reminders


@shared_task(name="training.send_letters")
def send_letters() -> int:
    return post_office.send_letters()


@shared_task(name="training.expire_offers")
def expire_offers() -> int:
    return enrolment.expire_offers()


@shared_task(name="training.finish_offerings")
def finish_offerings() -> int:
    return offerings.finish_past()


@shared_task(name="training.remind")
def remind() -> int:
    """Also takes away letters of long ago."""
    post_office.forget()
    return reminders.write_due()
