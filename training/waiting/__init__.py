"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain import waiting
from people.domain.waiting import Source
from training.waiting import enrolment, evaluations

SOURCES: tuple[tuple[str, Source], ...] = (
    ("training.enrolment.offers", enrolment.offers),
    ("training.enrolment.requests", enrolment.requests),
    ("training.evaluations.evaluate", evaluations.evaluate),
    ("training.evaluations.to_finish", evaluations.to_finish),
    ("training.evaluations.heard", evaluations.heard),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)
