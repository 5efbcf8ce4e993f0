from __future__ import annotations

from datetime import date

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from tests.factories.people import UserFactory
from tests.factories.training import EnrolmentFactory, OfferingFactory, SessionFactory
from training.models import Attendance, Evaluation, Experience, Proposal, Trainership


class AttendanceFactory(DjangoModelFactory):
    """Somebody was at a session."""

    class Meta:
        model = Attendance

    session = factory.SubFactory(SessionFactory)
    enrolment = factory.LazyAttribute(lambda row: EnrolmentFactory(offering=row.session.offering))
    state = Attendance.State.PRESENT
    at = factory.LazyFunction(now)


class EvaluationFactory(DjangoModelFactory):
    class Meta:
        model = Evaluation

    offering = factory.SubFactory(OfferingFactory)
    useful = 4
    clear = 4
    daring = 4


class ExperienceFactory(DjangoModelFactory):
    class Meta:
        model = Experience

    author = factory.SubFactory(UserFactory)
    kind = Experience.Kind.WORKS
    text = factory.Sequence(lambda n: f"Students made a video, number {n}.")


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = Proposal

    kind = Proposal.Kind.ARTICLE
    title = factory.Sequence(lambda n: f"Proposal {n}")
    made_by = factory.SubFactory(UserFactory)


class TrainershipFactory(DjangoModelFactory):
    class Meta:
        model = Trainership

    person = factory.SubFactory(UserFactory)
    trained_by = factory.SubFactory(UserFactory)
    since = date(2026, 1, 15)
