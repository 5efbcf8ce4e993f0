"""A light privacy assessment: nineteen questions, the risks they show, a measure for each, a word.

It is the start of a conversation and no legal advice. Whoever decides governs and did not make it;
what was decided is never changed: a new look starts from a copy.

`answers` holds, for each code of a question: {"answer": "yes" or "no", "measure": "…"}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.content.privacy_assessment import (
    ASSESSMENT_QUESTIONS,
    ASSESSMENT_THEMES,
    AssessmentQuestion,
    AssessmentTheme,
    ConclusionLevel,
    conclusion_for,
)
from governance.domain import meantime
from governance.models import PrivacyAssessment
from governance.permissions import safety as permissions
from people.models import User

Conclusion = PrivacyAssessment.Conclusion
YES, NO = "yes", "no"
HIGH = "high"


class Obstacle(models.TextChoices):
    """Why an assessment cannot be decided like this."""

    UNANSWERED = "unanswered", _("Not all questions have an answer yet.")
    NO_MEASURE = "no_measure", _("Write a measure for each risk, or do not go on with the tool.")
    TOO_HIGH = "too_high", _("With a high risk “no objection” is not possible.")


class NotReady(Exception):
    """It cannot be decided like this; `obstacle` says why."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.label)
        self.obstacle = obstacle


class NotTheirs(Exception):
    """This person may not decide, or it was decided already."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A question whose answer is a risk, with what will be done about it."""

    question: AssessmentQuestion
    measure: str


def answer_of(answers: Mapping[str, Any], code: str) -> str:
    """ "yes", "no", or "" when nobody answered."""
    given = answers.get(code)
    answer = given.get("answer") if isinstance(given, Mapping) else ""
    return answer if answer in (YES, NO) else ""


def measure_of(answers: Mapping[str, Any], code: str) -> str:
    given = answers.get(code)
    return str(given.get("measure", "")) if isinstance(given, Mapping) else ""


def risks(answers: Mapping[str, Any]) -> list[Risk]:
    """The risks that these answers show, in the order of the questions."""
    return [
        Risk(question, measure_of(answers, question.code))
        for question in ASSESSMENT_QUESTIONS
        if answer_of(answers, question.code) == question.risk_if
    ]


def level(answers: Mapping[str, Any]) -> ConclusionLevel:
    """How high the risk is, by the answers so far."""
    return conclusion_for(risk.question.code for risk in risks(answers))


def verdict(answers: Mapping[str, Any]) -> ConclusionLevel | None:
    """The same, once it can be told: None while an open question could still make it worse."""
    found = level(answers)
    return None if unanswered(answers) and found.code != HIGH else found


def unanswered(answers: Mapping[str, Any]) -> int:
    return sum(not answer_of(answers, question.code) for question in ASSESSMENT_QUESTIONS)


def by_theme(answers: Mapping[str, Any]) -> list[tuple[AssessmentTheme, list[Any]]]:
    """The questions with their answers and measures, theme by theme."""
    return [
        (
            theme,
            [
                (one, answer_of(answers, one.code), measure_of(answers, one.code))
                for one in ASSESSMENT_QUESTIONS
                if one.theme == theme.code
            ],
        )
        for theme in ASSESSMENT_THEMES
    ]


def obstacle(assessment: PrivacyAssessment, conclusion: str) -> Obstacle | None:
    """What stands in the way of this conclusion; None when nothing does."""
    goes_on = conclusion in {Conclusion.GO, Conclusion.MEASURES}
    if unanswered(assessment.answers):
        return Obstacle.UNANSWERED
    if goes_on and any(not risk.measure.strip() for risk in risks(assessment.answers)):
        return Obstacle.NO_MEASURE
    if conclusion == Conclusion.GO and level(assessment.answers).code == HIGH:
        return Obstacle.TOO_HIGH
    return None


def is_complete(answers: Mapping[str, Any]) -> bool:
    """Whether all that the owner has to do is done."""
    return not unanswered(answers) and all(risk.measure.strip() for risk in risks(answers))


@transaction.atomic
def write(assessment: PrivacyAssessment, *, by: User, seen: str) -> PrivacyAssessment:
    """Store a draft, new or changed. Raises `ChangedMeanwhile`, or `NotTheirs` when decided."""
    is_new = assessment.pk is None
    if is_new:
        assessment.owner = by
    elif meantime.seen(assessment, seen).state != PrivacyAssessment.State.DRAFT:
        raise NotTheirs
    assessment.save()
    verb = gettext_noop("started a privacy assessment") if is_new else gettext_noop("edited")
    audit.record(verb, assessment, by=by, level=level(assessment.answers).code)
    return assessment


@transaction.atomic
def remove(assessment: PrivacyAssessment, *, by: User) -> None:
    """Throw a draft away. Raises `NotTheirs` when it was decided: that stays."""
    current = PrivacyAssessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if not permissions.can_change_assessment(by, current):
        raise NotTheirs
    audit.record(
        gettext_noop("deleted the privacy assessment"), current, by=by, title=current.title
    )
    current.delete()


@transaction.atomic
def decide(
    assessment: PrivacyAssessment, *, by: User, conclusion: str, review_date: date | None
) -> PrivacyAssessment:
    """Say what is done with the tool. Raises `NotTheirs` or `NotReady`."""
    current = PrivacyAssessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if not permissions.can_decide_assessment(by, current):
        raise NotTheirs
    if found := obstacle(current, conclusion):
        raise NotReady(found)
    current.conclusion = conclusion
    current.state = PrivacyAssessment.State.DECIDED
    current.decided_by, current.decided_at = by, now()
    current.review_date = review_date
    current.save()
    audit.record(gettext_noop("decided"), current, by=by, conclusion=conclusion)
    return current


@transaction.atomic
def look_again(assessment: PrivacyAssessment, *, by: User) -> PrivacyAssessment:
    """A new draft with the same answers; the decided one stays readable as it was."""
    draft = PrivacyAssessment.objects.create(
        title=assessment.title,
        talk_id=assessment.talk_id,
        answers=assessment.answers,
        measures=assessment.measures,
        owner=by,
    )
    PrivacyAssessment.objects.filter(pk=assessment.pk).update(review_date=None)
    audit.record(gettext_noop("started a privacy assessment"), draft, by=by, after=assessment.pk)
    return draft
