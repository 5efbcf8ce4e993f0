"""Questions that wait for an expert, and answers that wait for who asked."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, first_of
from people.models import User
from training.models import Question as Asked
from training.permissions import can_organise

MOST = 25


def _waiting(one: Found, text: str) -> Waiting:
    url = reverse("training:question-detail", args=[one.pk])
    return Waiting(_("Ask an expert"), text % one.facts, url, one.due)


def _of_expert(user: User, day: date) -> QuerySet[Asked]:
    found = Asked.objects.open().filter(expert=user)
    return first_of(found.order_by("due_on", "pk"), MOST)


def _answer(one: Found, day: date) -> Waiting:
    return _waiting(one, _("A colleague asks you: %(title)s"))


def _answered(user: User, day: date) -> QuerySet[Asked]:
    answered = Asked.objects.filter(
        asker=user, state=Asked.State.ANSWERED, read_at=None, thanked_at=None
    )
    return first_of(answered.order_by("answered_at", "pk"), MOST)


def _read(one: Found, day: date) -> Waiting:
    return _waiting(one, _("Your question is answered: %(title)s"))


def _of_nobody(user: User, day: date) -> QuerySet[Asked] | None:
    """For who organises: nobody fits, or nobody came to it."""
    if not can_organise(user):
        return None
    found = Asked.objects.open().filter(expert=None).exclude(asker=user)
    return first_of(found.order_by("created_at", "pk"), MOST)


def _find(one: Found, day: date) -> Waiting:
    return _waiting(one, _("Nobody answers this question yet: %(title)s"))


to_answer = Question(_of_expert, _answer, {"title": "title"}, "due_on")
to_read = Question(_answered, _read, {"title": "title"})
without_expert = Question(_of_nobody, _find, {"title": "title"})
