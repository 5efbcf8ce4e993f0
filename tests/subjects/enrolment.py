"""The catalogue, the agenda, and who has a place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core import audit
from core.clock import now
from people.models import User
from tests.factories.training import (
    CourseFactory,
    EnrolmentFactory,
    LessonFactory,
    OfferingFactory,
    SessionFactory,
)
from training.domain import calendars, links
from training.models import Course, Enrolment, Offering, Session

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "training:course-list": LIST,
    "training:course-ready": FORM,
    "training:course-create": FORM,
    "training:course-detail": DETAIL,
    "training:course-edit": FORM,
    "training:offering-list": LIST,
    "training:offering-create": FORM,
    "training:offering-detail": DETAIL,
    "training:offering-edit": FORM + 1,
    "training:offering-csv": LIST,
    "training:offering-xlsx": LIST,
    "training:session-create": FORM,
    "training:session-edit": FORM,
    "training:my-training": LIST,
    "training:request-list": LIST,
    "training:enrolment-answer": FORM,
    "training:calendar-feed": LIST,
}
STEPS = {
    "training:course-take", "training:course-publish", "training:offering-publish",
    "training:offering-cancel", "training:offering-copy", "training:session-cancel",
    "training:enrolment-ask", "training:enrolment-by-hand", "training:enrolment-decide",
    "training:enrolment-step", "training:feed-renew",
}  # fmt: skip


def _busiest() -> Offering:
    """The offering that everything hangs on."""
    return Offering.objects.get(name="Busiest")


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    offering = _busiest()
    row = offering.enrolments.order_by("pk")[0]
    given: dict[str, dict[str, Any]] = {
        "course-detail": {"slug": offering.course.slug},
        "course-edit": {"slug": offering.course.slug},
        "offering-create": {"slug": offering.course.slug},
        "session-edit": {"pk": offering.sessions.order_by("pk")[0].pk},
        "session-create": {"pk": offering.pk},
        "enrolment-answer": {"token": links.address(row, links.LEAVE).rstrip("/").split("/")[-1]},
        "calendar-feed": {"key": calendars.feed_of(reader).key},
    }
    for verb in ("detail", "edit", "csv", "xlsx"):
        given[f"offering-{verb}"] = {"pk": offering.pk}
    return {f"training:{name}": value for name, value in given.items()}


def grow(reader: User, count: int) -> None:
    course = Course.objects.order_by("pk").first() or CourseFactory()
    busiest = Offering.objects.filter(name="Busiest").first() or OfferingFactory(
        course=course, name="Busiest", capacity=1_000
    )
    course.prerequisites.add(*CourseFactory.create_batch(count))
    LessonFactory.create_batch(count, course=course)
    for number in range(count):
        start = now() + timedelta(days=30, hours=number)
        offering = OfferingFactory(course=course, starts_at=start)
        SessionFactory(offering=offering, starts_at=start)
        SessionFactory(offering=busiest, starts_at=start + timedelta(days=1))
        EnrolmentFactory(offering=offering, user=reader)
        audit.record("changed the offering", busiest, by=reader)
        audit.record("changed the course", course, by=reader)
    EnrolmentFactory.create_batch(count, offering=busiest, state=Enrolment.State.WAITING)
    EnrolmentFactory.create_batch(count, offering=busiest)
    EnrolmentFactory.create_batch(count, offering=busiest, state=Enrolment.State.REQUESTED)
    assert Session.objects.exists()
