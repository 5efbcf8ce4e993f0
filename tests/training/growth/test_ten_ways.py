"""The ten ways: seen by the portal or ticked, and numbers without names."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import Role, User
from tests.factories.growth import PlanFactory, TpackFactory
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import CertificateFactory
from training.content.ten_ways import WAYS
from training.domain import ten_ways
from training.models import WayTick

pytestmark = pytest.mark.django_db


def done(user: User) -> set[str]:
    return {one.way.code for one in ten_ways.of_person(user) if one.is_done}


def test_the_portal_sees_what_it_can_see(eva: User) -> None:
    assert len(WAYS) == 10
    assert done(eva) == set()

    CertificateFactory(user=eva)
    PlanFactory(owner=eva, done_at=now(), shared_at=now())
    TpackFactory(user=eva, finished=True)

    assert done(eva) == {"course", "try", "share", "needs"}


def test_a_teacher_ticks_the_others_and_keeps_a_note(client: Client, eva: User) -> None:
    client.force_login(eva)
    client.post(reverse("training:way-tick", args=["ask"]), {"is_done": "on", "note": "TO3B"})
    client.post(reverse("training:way-tick", args=["ask"]), {"note": "Again in May"})

    assert done(eva) == set()
    assert WayTick.objects.get().note == "Again in May"
    assert client.post(reverse("training:way-tick", args=["nothing"])).status_code == 404


def test_a_manager_sees_numbers_of_the_own_unit_and_none_of_a_few(client: Client) -> None:
    unit = UnitFactory()
    boss = UserFactory(roles=[Role.MANAGER], unit=unit)
    teachers = UserFactory.create_batch(4, roles=[Role.TEACHER], unit=unit)
    CertificateFactory(user=UserFactory(roles=[Role.TEACHER], unit=UnitFactory()))
    CertificateFactory(user=teachers[0])
    WayTick.objects.create(user=teachers[1], code="course", is_done=True)
    client.force_login(boss)
    url = reverse("training:ways-team")

    assert client.get(url).context["counts"] is None
    fifth = UserFactory(name="Fleur Blom", roles=[Role.TEACHER], unit=unit)
    response = client.get(url)

    numbers = {one.way.code: one.number for one in response.context["counts"]}
    assert (numbers["course"], numbers["ask"]) == (2, 0)
    assert fifth.name not in response.content.decode()
    client.force_login(fifth)
    assert client.get(url).status_code == 403
