from __future__ import annotations

from datetime import date

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from tests.factories.people import UserFactory
from training.models import Ambassador, AmbassadorTask, Device, Loan, LoanAgreement


class DeviceFactory(DjangoModelFactory):
    class Meta:
        model = Device

    name = factory.Sequence(lambda n: f"Tablet {n}")
    tag = factory.Sequence(lambda n: f"T-{n:04}")


class LoanAgreementFactory(DjangoModelFactory):
    class Meta:
        model = LoanAgreement
        django_get_or_create = ("number",)

    number = 1
    text = "Take care of it."
    made_at = factory.LazyFunction(now)


class LoanFactory(DjangoModelFactory):
    class Meta:
        model = Loan

    device = factory.SubFactory(DeviceFactory)
    user = factory.SubFactory(UserFactory)
    agreement = factory.SubFactory(LoanAgreementFactory)
    handed_out_by = factory.SubFactory(UserFactory)
    lent_on = date(2026, 6, 1)
    due_on = date(2026, 7, 1)


class AmbassadorFactory(DjangoModelFactory):
    class Meta:
        model = Ambassador

    found_as = factory.Sequence(lambda n: f"@student{n}")
    found_at = factory.Sequence(lambda n: f"https://social.example/{n}")
    why = "Tells what the internship is like."


class AmbassadorTaskFactory(DjangoModelFactory):
    class Meta:
        model = AmbassadorTask

    ambassador = factory.SubFactory(AmbassadorFactory)
    text = "A photo of your desk."
