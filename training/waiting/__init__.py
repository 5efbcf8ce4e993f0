"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain import waiting
from people.domain.waiting import Source
from training.waiting import competence, mandates, needs

SOURCES: tuple[tuple[str, Source], ...] = (
    ("training.mandates", mandates.lost),
    ("training.competence", competence.to_confirm),
    ("training.needs", needs.to_decide),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)
