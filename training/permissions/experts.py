"""Who may see a question and do something with it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from people.models import User
from training.models import Question
from training.permissions import can_organise


def questions_seen_by(user: User) -> QuerySet[Question]:
    """One's own, those one has to answer or answered, and all of them for who organises."""
    if can_organise(user):
        return Question.objects.all()
    return Question.objects.filter(Q(asker=user) | Q(expert=user))


def can_answer(user: User, question: Question) -> bool:
    """The expert whose turn it is; a question without an expert is the organisers'."""
    if question.state != Question.State.OPEN or question.asker_id == user.pk:
        return False
    return question.expert_id == user.pk or (question.expert_id is None and can_organise(user))


def can_pass_on(user: User, question: Question) -> bool:
    return question.state == Question.State.OPEN and question.expert_id == user.pk


def can_assign(user: User, question: Question) -> bool:
    return question.state == Question.State.OPEN and can_organise(user)


def can_thank(user: User, question: Question) -> bool:
    is_answered = question.state == Question.State.ANSWERED and question.thanked_at is None
    return is_answered and question.asker_id == user.pk


def can_withdraw(user: User, question: Question) -> bool:
    return question.state == Question.State.OPEN and question.asker_id == user.pk


def can_make_article(user: User, question: Question) -> bool:
    """Once: by the expert who answered, or by who organises."""
    is_answered = question.state == Question.State.ANSWERED and question.article_id is None
    return is_answered and (question.expert_id == user.pk or can_organise(user))
