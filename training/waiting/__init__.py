"""What training has waiting for a person: one file per subject, registered from one list."""

from __future__ import annotations

from people.domain.waiting import Source
from training.waiting import (
    ambassadors,
    competence,
    devices,
    enrolment,
    evaluations,
    experts,
    knowledge,
    mandates,
    needs,
)

SOURCES: tuple[tuple[str, Source], ...] = (
    ("training.enrolment.offers", enrolment.offers),
    ("training.enrolment.requests", enrolment.requests),
    ("training.devices.to_agree", devices.to_agree),
    ("training.devices.to_bring_back", devices.to_bring_back),
    ("training.devices.left", devices.left),
    ("training.devices.lent", devices.lent),
    ("training.devices.to_wipe", devices.to_wipe),
    ("training.ambassadors.invited", ambassadors.invited),
    ("training.ambassadors.tasks", ambassadors.tasks),
    ("training.ambassadors.to_invite", ambassadors.to_invite),
    ("articles to look at", knowledge.to_look_again),
    ("questions to answer", experts.to_answer),
    ("answers to read", experts.to_read),
    ("questions without an expert", experts.without_expert),
    ("training.mandates", mandates.lost),
    ("training.competence", competence.to_confirm),
    ("training.needs", needs.to_decide),
    ("training.evaluations.evaluate", evaluations.evaluate),
    ("training.evaluations.to_finish", evaluations.to_finish),
    ("training.evaluations.heard", evaluations.heard),
)
