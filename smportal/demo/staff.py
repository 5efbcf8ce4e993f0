"""Staff numbers, five devices of which some are lent, and the first ambassadors."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.utils.timezone import localdate

from core.clock import now
from people.models import User
from smportal.demo import college
from smportal.demo.college import person
from training.domain import devices
from training.models import Ambassador, AmbassadorTask, Device, Loan

FIRST_NUMBER = 10230
DEVICES = (
    ("iPad 10, 64 GB", "WL-T-001", Device.Kind.TABLET),
    ("iPad 10, 64 GB", "WL-T-002", Device.Kind.TABLET),
    ("Samsung Galaxy A54", "WL-P-001", Device.Kind.PHONE),
    ("Canon EOS M50", "WL-C-001", Device.Kind.CAMERA),
    ("Chromebook 14", "WL-L-001", Device.Kind.LAPTOP),
)


def build() -> None:
    """Numbers, devices and ambassadors; safe to run twice."""
    for number, one in enumerate(college.PEOPLE, FIRST_NUMBER):
        unnumbered = User.objects.filter(email=one.email, staff_number="")
        unnumbered.update(staff_number=str(number))
    if not Device.objects.exists():
        _devices()
    if not Ambassador.objects.exists():
        _ambassadors()


def _devices() -> None:
    thea, day = person("thea"), localdate(now())
    bought = day - timedelta(days=400)
    made = [
        Device.objects.create(name=name, tag=tag, kind=kind, bought_on=bought)
        for name, tag, kind in DEVICES
    ]
    late = devices.hand_out(made[0], person("eva"), due_on=day, condition="Met lader.", by=thea)
    devices.accept(late, by=person("eva"))
    began = day - timedelta(days=30)
    Loan.objects.filter(pk=late.pk).update(lent_on=began, due_on=day - timedelta(days=2))
    until = day + timedelta(days=21)
    devices.hand_out(made[2], person("chris"), due_on=until, condition="Kras op het glas.", by=thea)
    back = devices.hand_out(made[3], person("carla"), due_on=until, by=thea)
    devices.take_back(back, signed_out=True, photos_removed=False, by=thea)


def _ambassadors() -> None:
    eva, thea, at = person("eva"), person("thea"), now()
    active = Ambassador.objects.create(
        state=Ambassador.State.ACTIVE,
        user=eva,
        why="Laat op Instagram zien hoe een excursie echt gaat.",
        suggested_by=thea,
        key=secrets.token_urlsafe(32),
        invited_at=at - timedelta(days=20),
        consented_at=at - timedelta(days=18),
    )
    AmbassadorTask.objects.create(
        ambassador=active, text="Een foto van de week delen.", done_at=at - timedelta(days=9)
    )
    AmbassadorTask.objects.create(
        ambassador=active,
        text="Drie vragen van nieuwe studenten beantwoorden.",
        due_on=localdate(at) + timedelta(days=6),
    )
    Ambassador.objects.create(
        found_as="@lotte_reist",
        found_at="https://x.example/lotte_reist/1",
        found_text="Stage in het hotel, en mijn docent kwam gewoon langs. Top!",
        why="Vertelt eerlijk hoe de stage is.",
        suggested_by=person("anna"),
    )
