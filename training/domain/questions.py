"""Asking an expert: a question finds somebody, is answered or goes on, and can become an article.

Of each question it is known whose turn it is and until when. Who does not come to it within three
working days loses the turn to the next; when nobody is left, it is the organisers'.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from core.workhours import Calendar
from people.domain.calendar import office_calendar
from people.models import User
from training.domain import experts, knowledge
from training.models import Article, Expert, Question, QuestionTurn

State = Question.State
Ending = QuestionTurn.Ending

WORKING_DAYS = 3
LONGEST_SUMMARY = 400
AT_ONCE = 200


class NoLongerYours(Exception):
    """The question was answered, withdrawn or passed on in the meantime."""


def answer_by(day: date, calendar: Calendar, days: int = WORKING_DAYS) -> date:
    """The working day until the end of which an expert has time."""
    while days > 0:
        day += timedelta(days=1)
        days -= any(calendar.slots(day))
    return day


@transaction.atomic
def ask(question: Question, *, skills: Iterable[str], by: User) -> Question:
    """Put the question to whoever fits best; without anybody it waits for the organisers."""
    question.asker = by
    question.save()
    question.skills.set(experts.skills_named(skills))
    audit.record(gettext_noop("asked a question"), question, by=by)
    _give(question, experts.next_for(question, _today()))
    return question


@transaction.atomic
def answer(question: Question, *, text: str, by: User) -> Question:
    """Raises `NoLongerYours` when somebody was first, or the asker took it back."""
    current = _open(question, by)
    current.state, current.answer, current.answered_at = State.ANSWERED, text, now()
    current.expert, current.due_on = by, None
    current.save()
    QuestionTurn.objects.update_or_create(
        question=current,
        expert=by,
        defaults={"ending": Ending.ANSWERED},
        create_defaults={"ending": Ending.ANSWERED, "at": now()},
    )
    audit.record(gettext_noop("answered the question"), current, by=by)
    return current


@transaction.atomic
def pass_on(question: Question, *, reason: str, by: User) -> Question:
    """To the next who fits. Raises `NoLongerYours`."""
    current = _open(question, by)
    audit.record(gettext_noop("passed the question on"), current, by=by, reason=reason)
    return _next(current, Ending.PASSED, reason)


@transaction.atomic
def assign(question: Question, *, to: Expert, by: User) -> Question:
    """An organiser chooses who answers, also somebody who has enough on hand."""
    current = _open(question)
    audit.record(gettext_noop("chose who answers"), current, by=by, expert=to.user_id)
    _end_turn(current, Ending.PASSED)
    _give(current, to)
    return current


@transaction.atomic
def withdraw(question: Question, *, by: User) -> Question:
    current = _open(question)
    current.state, current.due_on = State.WITHDRAWN, None
    current.save()
    audit.record(gettext_noop("took the question back"), current, by=by)
    return current


@transaction.atomic
def thank(question: Question, *, by: User) -> None:
    """Say thanks; twice is once."""
    fresh = Question.objects.filter(pk=question.pk, thanked_at=None, state=State.ANSWERED)
    if fresh.update(thanked_at=now(), read_at=now()):
        audit.record(gettext_noop("said thanks"), question, by=by)


def read(question: Question, *, by: User) -> None:
    """The asker saw the answer, so that it waits no longer."""
    if question.asker_id == by.pk and question.state == State.ANSWERED and not question.read_at:
        Question.objects.filter(pk=question.pk).update(read_at=now())


@transaction.atomic
def make_article(question: Question, *, by: User) -> Article:
    """The answer as a draft in the knowledge base, with thanks to the expert; twice is once."""
    current = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if current.article:
        return current.article
    drafted = Article(
        title=current.title,
        summary=_first_words(current.answer),
        body=current.answer,
        language=current.language,
        kind=Article.Kind.FAQ,
        credit=current.expert,
        review_date=knowledge.year_after(_today()),
    )
    current.article = knowledge.write(drafted, by=by)
    current.save()
    audit.record(gettext_noop("made an article of the answer"), current, by=by)
    return current.article


def _first_words(text: str) -> str:
    paragraph = text.strip().split("\n\n")[0].replace("\n", " ")
    if len(paragraph) <= LONGEST_SUMMARY:
        return paragraph
    return paragraph[: LONGEST_SUMMARY - 2].rsplit(" ", 1)[0] + " …"


def pass_on_overdue(day: date, limit: int = AT_ONCE) -> int:
    """Give what lay too long to the next expert; how many questions that were."""
    moved = 0
    while moved < limit and _pass_on_one(day):
        moved += 1
    return moved


@transaction.atomic
def _pass_on_one(day: date) -> bool:
    late = Question.objects.overdue(day).order_by("due_on", "pk")
    question = late.select_for_update(skip_locked=True, of=("self",)).first()
    if question is None:
        return False
    audit.record(gettext_noop("waited too long and went on"), question)
    _next(question, Ending.LATE)
    return True


@transaction.atomic
def leave(expert: Expert, *, by: User) -> None:
    """Withdraw the consent: gone from the list at once, and open questions go to the next."""
    lying = Question.objects.open().filter(expert=expert.user_id)
    left = list(lying.select_for_update(of=("self",)).order_by("pk"))
    audit.record(gettext_noop("is no expert any more"), expert, by=by)
    expert.delete()
    for question in left:
        _next(question, Ending.LEFT)


def _open(question: Question, by: User | None = None) -> Question:
    """The question, locked. Raises `NoLongerYours` unless it is open, and with `by` or nobody."""
    current = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    is_with = by is None or current.expert_id in (None, by.pk)
    if current.state != State.OPEN or not is_with:
        raise NoLongerYours
    return current


def _next(question: Question, ending: str, reason: str = "") -> Question:
    _end_turn(question, ending, reason)
    _give(question, experts.next_for(question, _today()))
    return question


def _end_turn(question: Question, ending: str, reason: str = "") -> None:
    turns = question.turns.filter(expert=question.expert_id, ending="")
    turns.update(ending=ending, reason=reason)


def _give(question: Question, expert: Expert | None) -> None:
    question.expert = expert.user if expert else None
    question.due_on = answer_by(_today(), office_calendar()) if expert else None
    question.save()
    if expert:
        QuestionTurn.objects.update_or_create(
            question=question,
            expert=expert.user,
            defaults={"at": now(), "ending": "", "reason": ""},
        )


def _today() -> date:
    return localdate(now())
