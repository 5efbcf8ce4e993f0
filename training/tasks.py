"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations

from celery import shared_task
from django.utils.timezone import localdate

from core.clock import now
from training.domain import (
    ambassadors,
    certificates,
    devices,
    enrolment,
    evaluations,
    mandate_states,
    measuring,
    offerings,
    post_office,
    questions,
    reminders,
)


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


@shared_task(name="training.measure")
def measure() -> None:
    """Once a day is enough; more often only makes today's figures newer."""
    measuring.measure(at=now())


@shared_task(name="training.forget_ambassadors")
def forget_ambassadors() -> int:
    return ambassadors.forget(at=now())


@shared_task(name="training.forget_loans")
def forget_loans() -> int:
    return devices.forget(at=now())


@shared_task(name="training.pass_on_questions")
def pass_on_questions() -> None:
    questions.pass_on_overdue(localdate(now()))


@shared_task(name="training.compare_mandates")
def compare_mandates() -> int:
    """Often, so that who loses the mandate hears it soon; more often changes nothing."""
    return mandate_states.compare_all(at=now())


@shared_task(name="training.remind_expiring")
def remind_expiring() -> int:
    return certificates.remind_expiring(day=localdate(now()))


@shared_task(name="training.ask_how_it_was")
def ask_how_it_was() -> int:
    return evaluations.ask()
