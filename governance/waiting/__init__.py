"""What governance has waiting for a person: one file per subject, registered from one list.

Each source is a question, or a function of a person and a day (`people.domain.waiting`). A subject
adds its file beside this one and its line to `SOURCES`.
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
    ("governance.goals.decide", goals.to_decide),
    ("governance.goals.fill_in", goals.to_fill_in),
    ("governance.channels.undecided", channels.undecided),
    ("governance.channels.closing", channels.closing),
    ("governance.teams.mandates", teams.mandates),
    ("governance.teams.promises", teams.promises),
    ("governance.safety.steps", safety.steps),
    ("governance.safety.leaks", safety.leaks),
    ("governance.safety.unowned", safety.unowned),
    ("governance.safety.to_decide", safety.to_decide),
    ("governance.safety.talks", safety.talks),
    ("governance.safety.decided", safety.decided),
)


def about_policies(user: User, day: date) -> list[Waiting]:
    """What the list of policies shows on top; the rest stands there as the next step."""
    return waiting.ask([policies.to_decide, policies.to_remark], user, day)
