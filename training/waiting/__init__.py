"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain import waiting
from people.domain.waiting import Source
from training.waiting import experts, knowledge

SOURCES: tuple[tuple[str, Source], ...] = (
    ("articles to look at", knowledge.to_look_again),
    ("questions to answer", experts.to_answer),
    ("answers to read", experts.to_read),
    ("questions without an expert", experts.without_expert),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)
