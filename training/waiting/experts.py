"""Questions that wait for an expert, and answers that wait for who asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.models import Question
from training.permissions import can_organise

MOST = 25


def to_answer(user: User, day: date) -> Iterator[Waiting]:
    text = _("A colleague asks you: %(title)s")
    for one in Question.objects.open().filter(expert=user).order_by("due_on", "pk")[:MOST]:
        yield _waiting(one, text, one.due_on)


def to_read(user: User, day: date) -> Iterator[Waiting]:
    text = _("Your question is answered: %(title)s")
    answered = Question.objects.filter(
        asker=user, state=Question.State.ANSWERED, read_at=None, thanked_at=None
    )
    for one in answered.order_by("answered_at", "pk")[:MOST]:
        yield _waiting(one, text)


def without_expert(user: User, day: date) -> Iterator[Waiting]:
    """For who organises: nobody fits, or nobody came to it."""
    if not can_organise(user):
        return
    text = _("Nobody answers this question yet: %(title)s")
    found = Question.objects.open().filter(expert=None).exclude(asker=user)
    for one in found.order_by("created_at", "pk")[:MOST]:
        yield _waiting(one, text)


def _waiting(one: Question, text: str, due: date | None = None) -> Waiting:
    words = text % {"title": one.title}
    return Waiting(_("Ask an expert"), words, one.get_absolute_url(), due)
