from __future__ import annotations

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from tests.factories.people import UserFactory

SAFE = {"yes": "no", "no": "yes"}


def answers(**measures: str) -> dict[str, dict[str, str]]:
    """All questions answered; those named are a risk, with this measure."""
    return {
        one.code: {
            "answer": one.risk_if if one.code in measures else SAFE[one.risk_if],
            "measure": measures.get(one.code, ""),
        }
        for one in ASSESSMENT_QUESTIONS
    }


class TalkFactory(DjangoModelFactory):
    class Meta:
        model = ToolTalk

    tool = factory.Sequence(lambda n: f"Tool {n}")
    held_on = date(2026, 6, 1)
    to_hide = 2
    trust = 4
    owner = factory.SubFactory(UserFactory)


class AssessmentFactory(DjangoModelFactory):
    class Meta:
        model = PrivacyAssessment

    title = factory.Sequence(lambda n: f"Tool {n}")
    owner = factory.SubFactory(UserFactory)
    answers = factory.LazyFunction(answers)


class IncidentFactory(DjangoModelFactory):
    class Meta:
        model = Incident

    title = factory.Sequence(lambda n: f"Incident {n}")
    kind = Incident.Kind.BULLYING
    happened_at = datetime(2026, 6, 1, 10, tzinfo=UTC)
    reported_by = factory.SubFactory(UserFactory)


class IncidentStepFactory(DjangoModelFactory):
    class Meta:
        model = IncidentStep

    incident = factory.SubFactory(IncidentFactory)
    text = "Talk with the class."
