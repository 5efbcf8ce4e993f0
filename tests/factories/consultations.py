from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from governance.models import Consultation, Remark
from tests.factories.governance import PolicyVersionFactory
from tests.factories.people import UserFactory


class ConsultationFactory(DjangoModelFactory):
    """One that runs and asks everybody; freezing the version is up to the test."""

    class Meta:
        model = Consultation

    version = factory.SubFactory(PolicyVersionFactory)
    question = "Kun je hiermee werken?"
    ends_at = factory.LazyFunction(lambda: now() + timedelta(days=14))


class RemarkFactory(DjangoModelFactory):
    class Meta:
        model = Remark

    consultation = factory.SubFactory(ConsultationFactory)
    author = factory.SubFactory(UserFactory)
    text = "Dit is onduidelijk."
