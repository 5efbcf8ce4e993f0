from __future__ import annotations

from typing import Any

import factory
from factory.django import DjangoModelFactory

from people.models import Absence, Institution, Membership, Role, Team, Unit, User


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Unit {n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "en"
    password = factory.django.Password("a-long-passphrase")

    @factory.post_generation
    def roles(obj: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        """UserFactory(roles=[Role.MANAGER])"""
        if extracted:
            obj.grant([Role(role) for role in extracted])

    @factory.post_generation
    def teams(obj: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        """UserFactory(teams=[info])"""
        for team in extracted or []:
            Membership.objects.create(user=obj, team=team)


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = Team
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"team{n}")
    name = factory.LazyAttribute(lambda team: f"Team {team.code}")


class AbsenceFactory(DjangoModelFactory):
    class Meta:
        model = Absence

    user = factory.SubFactory(UserFactory)


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution

    name = "ROC De Waterlanden"
    aliases = ["Waterlanden", "ROCDW"]
    handles = ["rocdewaterlanden"]
    places = ["Purmerend", "Zaandam", "Hoorn"]
    courses = ["Toerisme", "Verpleegkunde", "Kok", "ICT"]
    public_figures = ["Anja Terpstra"]
