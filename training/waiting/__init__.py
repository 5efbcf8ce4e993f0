"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain import waiting
from people.domain.waiting import Source
from training.waiting import enrolment

SOURCES: tuple[tuple[str, Source], ...] = (
    ("training.enrolment.offers", enrolment.offers),
    ("training.enrolment.requests", enrolment.requests),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)
