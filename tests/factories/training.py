from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from tests.factories.people import UserFactory
from training.models import Certificate, Course, Enrolment, Lesson, Offering, Session


class CourseFactory(DjangoModelFactory):
    """A course in the catalogue, for everybody who starts."""

    class Meta:
        model = Course

    title = factory.Sequence(lambda n: f"Course {n}")
    slug = factory.Sequence(lambda n: f"course-{n}")
    summary = "Your first steps with social media."
    is_published = True


class LessonFactory(DjangoModelFactory):
    class Meta:
        model = Lesson

    course = factory.SubFactory(CourseFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Lesson {n}")


class OfferingFactory(DjangoModelFactory):
    """Planned, a month ahead; `with_session=True` adds its session."""

    class Meta:
        model = Offering
        skip_postgeneration_save = True

    course = factory.SubFactory(CourseFactory)
    state = Offering.State.PLANNED
    capacity = 12
    starts_at = factory.LazyFunction(lambda: now() + timedelta(days=30))

    class Params:
        draft = factory.Trait(state=Offering.State.DRAFT)
        full = factory.Trait(capacity=1)

    @factory.post_generation
    def with_session(obj: Offering, create: bool, extracted: Any, **kwargs: Any) -> None:
        """OfferingFactory(with_session=True): one session of two hours, when the offering starts.

        OfferingFactory(with_session=3) gives three, a week apart.
        """
        if not create or not extracted:
            return
        begin = obj.starts_at or now() + timedelta(days=30)
        for number in range(int(extracted)):
            SessionFactory(offering=obj, starts_at=begin + timedelta(weeks=number))

    @factory.post_generation
    def trainers(obj: Offering, create: bool, extracted: Any, **kwargs: Any) -> None:
        """OfferingFactory(trainers=[thea])"""
        if create and extracted:
            obj.trainers.set(extracted)


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = Session

    offering = factory.SubFactory(OfferingFactory)
    starts_at = datetime(2026, 12, 1, 13, tzinfo=UTC)
    ends_at = factory.LazyAttribute(lambda session: session.starts_at + timedelta(hours=2))
    place = "Room 1.24"


class EnrolmentFactory(DjangoModelFactory):
    """Somebody who has a place."""

    class Meta:
        model = Enrolment

    offering = factory.SubFactory(OfferingFactory)
    user = factory.SubFactory(UserFactory)
    state = Enrolment.State.ENROLLED
    asked_at = factory.LazyFunction(now)
    offer_until = factory.LazyAttribute(
        lambda enrolment: (
            now() + timedelta(hours=48) if enrolment.state == Enrolment.State.OFFERED else None
        )
    )


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate

    user = factory.SubFactory(UserFactory)
    course = factory.SubFactory(CourseFactory)
    name = factory.LazyAttribute(lambda certificate: certificate.user.name)
    course_title = factory.LazyAttribute(lambda certificate: certificate.course.title)
    awarded_on = date(2026, 6, 1)
