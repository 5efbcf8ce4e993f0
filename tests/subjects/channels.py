"""Audiences, surveys and channel choices."""

from __future__ import annotations

from typing import Any

from core import audit
from governance.domain import audiences, channel_closing
from governance.models import Audience, ChannelChoice, PlatformSurvey
from people.models import User
from tests.factories.channels import (
    AimFactory,
    AudienceFactory,
    AudienceUseFactory,
    ChannelChoiceFactory,
    ChannelScoreFactory,
    PlatformSurveyFactory,
    SurveyResponseFactory,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "governance:audience-list": LIST,
    "governance:audience-detail": DETAIL,
    "governance:audience-create": FORM,
    "governance:audience-edit": FORM,
    "governance:use-create": FORM,
    "governance:use-import": FORM,
    "governance:use-template": FORM,
    "governance:use-export": FORM,
    "governance:survey-list": LIST,
    "governance:survey-create": FORM,
    "governance:survey-edit": FORM,
    "governance:survey-detail": DETAIL,
    "governance:survey-poster": FORM,
    "governance:survey-export": FORM,
    "governance:survey-answer": 3,  # one for a stranger: the survey
    "governance:survey-thanks": 3,
    "governance:choice-list": LIST,
    "governance:choice-create": FORM,
    "governance:choice-detail": DETAIL,
    "governance:choice-edit": FORM,
    "governance:choice-score": FORM,
    "governance:choice-decide": LIST,
    "governance:closing-start": FORM,
    "governance:our-channels": FORM,
}
STEPS = {
    "governance:audience-move", "governance:use-delete", "governance:use-examples",
    "governance:survey-step", "governance:choice-reconsider", "governance:closing-step",
    "governance:closing-end",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    surveys, choices = PlatformSurvey.objects.order_by("pk"), ChannelChoice.objects.order_by("pk")
    code = {"code": "students"}
    running = surveys.filter(state="open")[0]
    ready = {"pk": surveys.filter(state="closed")[0].pk}
    thought = {"pk": choices.filter(state="considered")[0].pk}
    return {
        "governance:audience-detail": code,
        "governance:audience-edit": code,
        "governance:use-create": code,
        "governance:survey-edit": {"pk": surveys.filter(state="draft")[0].pk},
        "governance:survey-detail": ready,
        "governance:survey-export": ready,
        "governance:survey-poster": {"pk": running.pk},
        "governance:survey-answer": {"token": running.token},
        "governance:survey-thanks": {"token": running.token},
        "governance:choice-detail": {"pk": choices.filter(state="closing")[0].pk},
        "governance:choice-edit": thought,
        "governance:choice-decide": thought,
        "governance:choice-score": {**thought, **code},
        "governance:closing-start": {"pk": choices.filter(state="chosen")[0].pk},
    }


def grow(reader: User, count: int) -> None:
    """`count` more of everything, about students where it has to be about somebody."""
    audiences.ensure_standard()
    students = Audience.objects.get(code="students")
    AudienceFactory.create_batch(count, is_active=False)
    AudienceUseFactory.create_batch(count, audience=students)
    goals = AimFactory.create_batch(count)
    students.goals.add(*goals)
    for state in ("open", "draft", "closed"):
        PlatformSurveyFactory.create_batch(count, audience=students, state=state, owner=reader)
    closed = PlatformSurvey.objects.filter(state="closed").order_by("pk")[0]
    SurveyResponseFactory.create_batch(count, survey=closed)
    few = max(1, count // 10)  # the matrix shows them all
    for state, amount in (("considered", few), ("chosen", count), ("closing", few)):
        made = ChannelChoiceFactory.create_batch(amount, state=state, owner=reader)
        for choice in made:
            ChannelScoreFactory(choice=choice, audience=students)
        first = ChannelChoice.objects.filter(state=state).order_by("pk")[0]
        first.goals.add(*goals)
        for subject in (first, students, closed):
            for _ in range(count):
                audit.record("changed", subject, by=reader)
    leaving = ChannelChoice.objects.filter(state="closing").order_by("pk")[0]
    for code in channel_closing.STEP_CODES:
        channel_closing.settle(leaving, code, is_done=True, note="", by=reader)
