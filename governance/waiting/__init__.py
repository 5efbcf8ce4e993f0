"""What governance has waiting for a person: one file per subject, registered from one list.

Each source is a function of a person and a day (`people.domain.waiting`). A subject adds its file
beside this one and its line to `SOURCES`.
"""

from __future__ import annotations

from datetime import date
from itertools import chain

from governance.waiting import policies
from people.domain import waiting
from people.domain.waiting import Source, Waiting
from people.models import User

SOURCES: tuple[tuple[str, Source], ...] = (
    ("governance.policies.decide", policies.to_decide),
    ("governance.policies.remark", policies.to_remark),
    ("governance.policies.answer", policies.to_answer),
    ("governance.policies.rewrite", policies.to_rewrite),
    ("governance.policies.review", policies.to_review),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)


def about_policies(user: User, day: date) -> list[Waiting]:
    """What the list of policies shows on top."""
    sources = (policies.to_decide, policies.to_remark, policies.to_answer, policies.to_rewrite)
    return list(chain.from_iterable(source(user, day) for source in sources))
