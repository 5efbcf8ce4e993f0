"""Filling in the questionnaire. Nothing here knows a person, and nothing is written in the trail.

A form belongs to whoever holds its key. A code is spent where a form begins; from then on the two
have nothing in common.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import QuerySet

from governance.domain.rounds import keys, life, questions
from governance.domain.rounds.questions import Question
from governance.models import Round, RoundInvitation, RoundLink, RoundResponse


class Closed(Exception):
    """The round takes no answers: not yet, or not any more."""


class CodeRefused(Exception):
    """This code is not one of this round, or it was used before."""


class NoForm(Exception):
    """No form belongs to this key; it was handed in on another screen, or never was."""


class Unanswered(Exception):
    """The form cannot be handed in yet; `step` is the first page with a question left open."""

    def __init__(self, step: int) -> None:
        super().__init__("Not every question has an answer.")
        self.step = step


def needs_code(link: RoundLink) -> bool:
    """A group for which codes were made comes in by code only."""
    return RoundInvitation.objects.filter(round=link.round, group=link.group).exists()


def find_code(typed: str) -> RoundLink:
    """The address to which an unused code belongs. Raises `CodeRefused`."""
    found = RoundInvitation.objects.filter(code_digest=keys.digest(typed), is_used=False).first()
    if found is None:
        raise CodeRefused
    return RoundLink.objects.get(round=found.round_id, group=found.group)


@transaction.atomic
def begin(link: RoundLink, *, code: str = "") -> str:
    """A new empty form; gives its key, which is kept nowhere. Raises `Closed` or `CodeRefused`."""
    held = Round.objects.select_for_update(no_key=True).get(pk=link.round_id)
    if not life.is_answered_now(held):
        raise Closed
    if needs_code(link):
        _spend(link, code)
    key = keys.new_key()
    RoundResponse.objects.create(round=held, group=link.group, key_digest=keys.digest(key))
    return key


def _spend(link: RoundLink, code: str) -> None:
    """A conditional update: of two that use a code at once, one comes in."""
    unused = RoundInvitation.objects.filter(
        round=link.round, group=link.group, code_digest=keys.digest(code), is_used=False
    )
    if not unused.update(is_used=True):
        raise CodeRefused


def find(link: RoundLink, key: str) -> RoundResponse:
    """The unfinished form of this key. Raises `NoForm`."""
    found = _forms(link, key).first() if key else None
    if found is None:
        raise NoForm
    return found


def has_form(link: RoundLink, key: str) -> bool:
    """Whether an unfinished form belongs to this key."""
    return bool(key) and _forms(link, key).exists()


def _forms(link: RoundLink, key: str) -> QuerySet[RoundResponse]:
    return RoundResponse.objects.filter(
        round=link.round, group=link.group, key_digest=keys.digest(key), is_complete=False
    )


@transaction.atomic
def save(link: RoundLink, key: str, answers: Mapping[str, int]) -> None:
    """Add `answers` to the form; what stands there of other questions stays.

    Two windows on one form lose nothing of each other. Raises `Closed` or `NoForm`.
    """
    form = _locked(link, key)
    form.answers = {**form.answers, **answers}
    form.save(update_fields=["answers"])


@transaction.atomic
def keep_remark(link: RoundLink, key: str, remark: str) -> None:
    """Keep what was typed until the form is handed in. Raises `Closed` or `NoForm`."""
    form = _locked(link, key)
    form.remark = remark
    form.save(update_fields=["remark"])


@transaction.atomic
def hand_in(link: RoundLink, key: str, *, remark: str = "") -> None:
    """Finish the form; its key opens nothing after this.

    Raises `Closed`, `NoForm` or `Unanswered`.
    """
    form = _locked(link, key)
    asked = questions.for_group(link.round.items.all(), link.group)
    if left := open_step(asked, form.answers):
        raise Unanswered(left)
    form.key_digest, form.remark, form.is_complete = secrets.token_hex(32), remark, True
    form.save(update_fields=["key_digest", "remark", "is_complete"])


def open_step(asked: Iterable[Question], answers: Mapping[str, int]) -> int:
    """The number of the first page that is not complete; 0 when all is answered."""
    for number, (_, some) in enumerate(questions.steps(asked), start=1):
        if any(question.key not in answers for question in some):
            return number
    return 0


def _locked(link: RoundLink, key: str) -> RoundResponse:
    if not life.is_answered_now(link.round):
        raise Closed
    form = _forms(link, key).select_for_update().first()
    if form is None:
        raise NoForm
    return form
