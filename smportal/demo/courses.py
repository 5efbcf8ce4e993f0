"""The ready courses in the catalogue, a few offerings, a waiting list and a monthly session."""

from __future__ import annotations

from datetime import date, time, timedelta

from django.utils.timezone import localdate

from core.clock import now
from core.workhours import AMSTERDAM
from smportal.demo.college import person
from training.content.ready_courses import READY_COURSES
from training.domain import catalogue, enrolment, offerings, series
from training.domain.series import Rhythm
from training.models import Course, Letter, Offering


def build() -> None:
    """Safe to run twice."""
    if Course.objects.exists():
        return
    thea = person("thea")
    for ready in READY_COURSES:
        catalogue.take_over(ready, by=thea, language="nl")
    today = localdate(now(), AMSTERDAM)
    full = _plan("instapcursus", _weekday(today, 16, 1), time(13, 30), time(16), places=2)
    for slug in ("anna", "bas", "chris"):
        enrolment.ask(full, person(slug))
    _plan("instapcursus", _weekday(today, 44, 3), time(9, 30), time(12))
    _plan("vervolgcursus", _weekday(today, 58, 3), time(13), time(16, 30))
    _plan("kennissessie", _first_tuesday(today), time(15, 30), time(16, 30), times=6)
    # Nobody is mailed about what only the demo did.
    Letter.objects.filter(sent_at=None).update(next_attempt_at=None)


def _plan(
    slug: str, first: date, begins: time, ends: time, *, places: int = 0, times: int = 1
) -> Offering:
    course, thea = Course.objects.get(slug=slug), person("thea")
    rhythm = Rhythm.MONTHLY if times > 1 else Rhythm.ONCE
    sessions = offerings.sessions_on(
        series.days(first, rhythm, times),
        begins=begins,
        ends=ends,
        place="Purmerend, lokaal 1.24",
        online_url="https://overleg.example/kennissessie" if times > 1 else "",
    )
    made = Offering(course=course, capacity=places or course.capacity)
    offerings.plan(made, sessions, trainers=[thea], by=thea)
    return offerings.publish(made, by=thea)


def _weekday(today: date, ahead: int, weekday: int) -> date:
    """The first such weekday (Monday is 0) at least so many days ahead."""
    day = today + timedelta(days=ahead)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _first_tuesday(today: date) -> date:
    """Of the next month."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return _weekday(first, 0, 1)
