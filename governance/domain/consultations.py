"""Asking colleagues or a council what they think of a version, and answering every remark.

Publication, chapter 5: rules of play work when those who live by them had a say. The version is
frozen while people read it; it cannot be submitted before each remark has an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain.policies import NotReady, Problem, WrongState, locked
from governance.models import Consultation, PolicySection, PolicyVersion, Remark
from people.models import Unit, User

State = PolicyVersion.State
Outcome = Remark.Outcome


class Over(Exception):
    """The consultation is closed, or its end has passed."""


@transaction.atomic
def start(
    version: PolicyVersion,
    *,
    by: User,
    question: str,
    ends_at: datetime,
    roles: Collection[str] = (),
    units: Iterable[Unit] = (),
    people: Iterable[User] = (),
) -> Consultation:
    """Freeze a version and ask these people until `ends_at`; nobody chosen means everybody."""
    current = locked(version)
    if not current.is_editable:
        raise WrongState
    if not current.sections.exclude(what="").exists():
        raise NotReady([Problem("no_text")])
    consultation = Consultation.objects.create(
        version=current, question=question, roles=list(roles), ends_at=ends_at, started_by=by
    )
    consultation.units.set(units)
    consultation.people.set(people)
    current.state = State.CONSULTED
    current.save(update_fields=["state", "updated_at"])
    audit.record(gettext_noop("started a consultation"), current, by=by, until=ends_at.isoformat())
    return consultation


@transaction.atomic
def close(consultation: Consultation, *, by: User | None) -> None:
    """End a consultation; the version can be written again. Closing twice is closing once."""
    current = locked(consultation.version)
    found = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if found.closed_at:
        return
    found.closed_at = now()
    found.save(update_fields=["closed_at", "updated_at"])
    if current.state == State.CONSULTED:
        current.state = State.DRAFT
        current.save(update_fields=["state", "updated_at"])
    audit.record(gettext_noop("closed a consultation"), current, by=by)


def close_due(*, at: datetime) -> int:
    """Close every consultation of which the end has passed; how many."""
    due = list(
        Consultation.objects.filter(closed_at__isnull=True, ends_at__lte=at).select_related(
            "version"
        )
    )
    for consultation in due:
        close(consultation, by=None)
    return len(due)


@transaction.atomic
def leave_remark(
    consultation: Consultation,
    *,
    by: User,
    text: str,
    section: PolicySection | None = None,
    on_behalf_of: str = "",
) -> Remark:
    """Say something about a clause, or about the whole. Raises `Over` when it is too late."""
    found = _still_open(consultation)
    return Remark.objects.create(
        consultation=found,
        author=by,
        text=text,
        section_key=section.key if section else None,
        section_title=section.title if section else "",
        on_behalf_of=on_behalf_of,
    )


@transaction.atomic
def take_remark_back(remark: Remark) -> None:
    """Take back a remark of one's own, as long as the consultation runs."""
    _still_open(remark.consultation)
    remark.delete()


def _still_open(consultation: Consultation) -> Consultation:
    found = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if not is_open(found, at=now()):
        raise Over
    return found


def is_open(consultation: Consultation, *, at: datetime) -> bool:
    return consultation.closed_at is None and consultation.ends_at > at


@transaction.atomic
def answer(remark: Remark, *, by: User, outcome: str, text: str) -> Remark:
    """Say what is done with a remark. After submission the answers stand as they are."""
    current = locked(remark.consultation.version)
    if not current.is_editable:
        raise WrongState
    found = Remark.objects.select_for_update().get(pk=remark.pk)
    found.outcome, found.answer = outcome, text
    found.answered_by, found.answered_at = by, now()
    found.save()
    audit.record(
        gettext_noop("answered a remark"), current, by=by, remark=found.pk, outcome=outcome
    )
    return found


def asks(consultation: Consultation, user: User) -> bool:
    return Consultation.objects.asking(user).filter(pk=consultation.pk).exists()
