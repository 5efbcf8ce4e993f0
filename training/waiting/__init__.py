"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain import waiting
from people.domain.waiting import Source
from training.waiting import ambassadors, devices, enrolment

SOURCES: tuple[tuple[str, Source], ...] = (
    ("training.enrolment.offers", enrolment.offers),
    ("training.enrolment.requests", enrolment.requests),
    ("training.devices.borrowed", devices.borrowed),
    ("training.devices.lent", devices.lent),
    ("training.devices.to_wipe", devices.to_wipe),
    ("training.ambassadors.own", ambassadors.own),
    ("training.ambassadors.to_invite", ambassadors.to_invite),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)
