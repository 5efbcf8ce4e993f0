"""How far training came, as figures for the goals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from governance.models import Measure, Measurement
from tests.factories.people import UserFactory
from tests.factories.training import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    SessionFactory,
)
from training.domain import measuring
from training.models import Attendance

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def test_an_empty_college_gives_no_figures() -> None:
    UserFactory()

    assert measuring.measure(at=NOW) == {}


def test_the_share_that_finished_the_course_leaves_out_what_expired() -> None:
    course = CourseFactory(counts_for_mandate=True)
    eva, jan, _third, _fourth = UserFactory.create_batch(4)
    day = NOW.date()
    CertificateFactory(user=eva, course=course, awarded_on=day)
    yesterday = day - timedelta(days=1)
    CertificateFactory(user=jan, course=course, awarded_on=yesterday, valid_until=yesterday)

    figures = measuring.measure(at=NOW)

    assert figures == {Measure.TRAINED: Decimal("25.0")}
    assert Measurement.objects.get(measure=Measure.TRAINED).value == Decimal("25.00")


def test_who_was_at_a_session_takes_part_and_who_was_only_enrolled_does_not() -> None:
    session = SessionFactory(starts_at=NOW - timedelta(days=9), ends_at=NOW - timedelta(days=8))
    for state in ("present", "absent"):
        enrolment = EnrolmentFactory(offering=session.offering)
        Attendance.objects.create(session=session, enrolment=enrolment, state=state, at=NOW)

    assert measuring.taking_part(at=NOW) == Decimal("50.0")
