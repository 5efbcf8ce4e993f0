"""Tools, privacy and incidents."""

from __future__ import annotations

from typing import Any

from core import audit
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from people.models import User
from tests.factories.safety import (
    AssessmentFactory,
    IncidentFactory,
    IncidentStepFactory,
    TalkFactory,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "governance:talk-list": LIST,
    "governance:talk-create": FORM,
    "governance:talk-detail": DETAIL,
    "governance:talk-edit": FORM,
    "governance:talk-card": FORM,
    "governance:talk-card-empty": FORM,
    "governance:assessment-list": LIST,
    "governance:assessment-create": FORM,
    "governance:assessment-detail": DETAIL,
    "governance:assessment-edit": FORM,
    "governance:assessment-pdf": FORM,
    "governance:assessment-csv": FORM,
    "governance:assessment-json": FORM,
    "governance:incident-list": LIST,
    "governance:incident-create": FORM,
    "governance:incident-first-steps": FORM,
    "governance:incident-detail": DETAIL,
    "governance:incident-edit": FORM,
    "governance:incident-export": LIST,
    "governance:nearness": LIST,
}
STEPS = {
    "governance:talk-delete", "governance:talk-assess", "governance:assessment-risks",
    "governance:assessment-delete",
    "governance:assessment-decide", "governance:assessment-again", "governance:incident-step-add",
    "governance:incident-step-finish", "governance:incident-close", "governance:incident-reopen",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    first: dict[str, Any] = {
        "talk": ToolTalk.objects.order_by("pk")[0].pk,
        "assessment": PrivacyAssessment.objects.order_by("pk")[0].pk,
        "incident": Incident.objects.order_by("pk")[0].pk,
    }
    verbs = ("detail", "edit", "card", "pdf", "csv", "json")
    return {
        name: {"pk": first[noun]}
        for name in PAGES
        for noun, _, verb in [name.partition(":")[2].partition("-")]
        if verb in verbs
    }


def grow(reader: User, count: int) -> None:
    talk = ToolTalk.objects.order_by("pk").first() or TalkFactory()
    TalkFactory.create_batch(count)
    PrivacyAssessment.objects.first() or AssessmentFactory(talk=talk)
    AssessmentFactory.create_batch(count, talk=talk)
    incident = Incident.objects.order_by("pk").first() or IncidentFactory()
    IncidentFactory.create_batch(count, owner=reader)
    IncidentStep.objects.first() or IncidentStepFactory(incident=incident)
    IncidentStepFactory.create_batch(count, incident=incident, owner=reader)
    for row in (talk, incident):
        for _number in range(count):
            audit.record("edited", row, by=reader)
