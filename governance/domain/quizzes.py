"""The short quiz with a confirmation: a wrong answer leads back to the clause, and nothing is kept
of it but how often somebody tried (features.md A4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import policies
from governance.models import PolicyVersion, QuizQuestion
from people.models import User

FEWEST, MOST = 2, 4
"""How many answers a question offers."""


def mistakes(
    questions: Iterable[QuizQuestion], answers: Mapping[int, int | None]
) -> list[QuizQuestion]:
    """The questions that were answered wrong, or not; `answers` holds places by question id."""
    return [question for question in questions if answers.get(question.pk) != question.right]


@transaction.atomic
def write(
    version: PolicyVersion,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
    question: QuizQuestion | None = None,
) -> QuizQuestion:
    """Change `question`, or add a new one at the end of the quiz of an editable version."""
    current = policies.touch(version, edition=edition, by=by)
    place = question.position if question else current.questions.count() + 1
    written = question or QuizQuestion(version=current, position=place)
    for name, value in fields.items():
        setattr(written, name, value)
    written.save()
    verb = gettext_noop("changed a question") if question else gettext_noop("added a question")
    audit.record(verb, current, by=by, question=written.text)
    return written


@transaction.atomic
def remove(question: QuizQuestion, *, edition: int, by: User) -> None:
    """Take a question out of the quiz of an editable version."""
    current = policies.touch(question.version, edition=edition, by=by)
    position, text = question.position, question.text
    question.delete()
    current.questions.filter(position__gt=position).update(position=F("position") - 1)
    audit.record(gettext_noop("removed a question"), current, by=by, question=text)


@transaction.atomic
def place(version: PolicyVersion, order: list[int], *, edition: int, by: User) -> None:
    """Put the questions in the order of these ids; those left out follow."""
    current = policies.touch(version, edition=edition, by=by)
    questions = {one.pk: one for one in current.questions.order_by("position")}
    wanted = [questions.pop(pk) for pk in order if pk in questions]
    for position, question in enumerate([*wanted, *questions.values()], start=1):
        QuizQuestion.objects.filter(pk=question.pk).update(position=position)
    audit.record(gettext_noop("moved questions"), current, by=by)
