"""What governance has waiting for a person: one file per subject, registered from one list.

Each source is a function of a person and a day (`people.domain.waiting`). A subject adds its file
beside this one and its line to `SOURCES`.
"""

from __future__ import annotations

from datetime import date

from governance.waiting import acknowledgements, channels, goals, policies, safety, teams
from people.domain import waiting
from people.domain.waiting import Source, Waiting
from people.models import User

SOURCES: tuple[tuple[str, Source], ...] = (
    ("governance.acknowledgements", acknowledgements.what_waits),
    ("governance.policies.decide", policies.to_decide),
    ("governance.policies.remark", policies.to_remark),
    ("governance.policies.answer", policies.to_answer),
    ("governance.policies.rewrite", policies.to_rewrite),
    ("governance.policies.review", policies.to_review),
    ("governance.goals", goals.waiting_for),
    ("governance.channels", channels.waiting),
    ("governance.teams.mandates", teams.mandates),
    ("governance.teams.promises", teams.promises),
    ("governance.safety.steps", safety.steps),
    ("governance.safety.leaks", safety.leaks),
    ("governance.safety.unowned", safety.unowned),
    ("governance.safety.to_decide", safety.to_decide),
    ("governance.safety.to_look_again", safety.to_look_again),
)


def register() -> None:
    for name, source in SOURCES:
        waiting.register(name, source)


def about_policies(user: User, day: date) -> list[Waiting]:
    """What the list of policies shows on top; the rest stands there as the next step."""
    return [*policies.to_decide(user, day), *policies.to_remark(user, day)]
