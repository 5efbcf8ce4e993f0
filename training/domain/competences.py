"""The competences of the college, and the evidence that people bring for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import meantime
from people.models import User
from training.content.competences import COMPETENCES
from training.models import Competence, CompetenceEvidence, Course


class AlreadyDecided(Exception):
    """Somebody decided on this evidence before."""


@transaction.atomic
def bring_along(*, by: User) -> int:
    """Copy the competences that come along, in the language of `by`; how many were new."""
    known = set(Competence.objects.values_list("code", flat=True))
    new = [one for one in COMPETENCES if one.code not in known]
    for one in new:
        row = Competence.objects.create(
            code=one.code,
            name=str(one.name),
            text=str(one.text),
            level=one.level,
            roles=list(one.roles),
            shown_by_mandate=one.shown_by_mandate,
        )
        audit.record(gettext_noop("added a competence"), row, by=by)
    return len(new)


@transaction.atomic
def write(competence: Competence, courses: Iterable[Course], *, by: User, seen: str) -> Competence:
    """Store a competence with the courses that show it. Raises `ChangedMeanwhile`."""
    is_new = competence.pk is None
    if is_new:
        competence.code = _free_code(competence.name)
    else:
        meantime.seen(competence, seen)
    competence.save()
    competence.courses.set(courses)
    verb = gettext_noop("added a competence") if is_new else gettext_noop("changed a competence")
    audit.record(verb, competence, by=by, courses=[course.pk for course in courses])
    return competence


def _free_code(name: str) -> str:
    stem = slugify(name)[:34] or "own"
    taken = set(Competence.objects.filter(code__startswith=stem).values_list("code", flat=True)) | {
        one.code for one in COMPETENCES
    }
    number = 1
    while (code := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return code


@transaction.atomic
def bring(evidence: CompetenceEvidence, *, by: User) -> CompetenceEvidence:
    """Ask that something counts as evidence; a manager confirms it."""
    evidence.user = by
    evidence.save()
    audit.record(
        gettext_noop("brought evidence"), evidence, by=by, competence=evidence.competence_id
    )
    return evidence


@transaction.atomic
def take_back(evidence: CompetenceEvidence, *, by: User) -> None:
    """Delete one's own evidence, as long as nobody decided on it. Raises `AlreadyDecided`."""
    current = _locked(evidence)
    audit.record(gettext_noop("took evidence back"), current, by=by)
    current.delete()


@transaction.atomic
def confirm(evidence: CompetenceEvidence, *, by: User, valid_until: date | None = None) -> None:
    """Let it count, until a day or for ever. Raises `AlreadyDecided`."""
    current = _locked(evidence)
    current.confirmed_by, current.confirmed_at = by, now()
    current.valid_until = valid_until
    current.save()
    audit.record(gettext_noop("confirmed evidence"), current, by=by)


@transaction.atomic
def decline(evidence: CompetenceEvidence, *, by: User, reason: str) -> None:
    """Let it not count, and say why. Raises `AlreadyDecided`."""
    current = _locked(evidence)
    current.declined_because = reason
    current.save()
    audit.record(gettext_noop("declined evidence"), current, by=by, reason=reason)


def _locked(evidence: CompetenceEvidence) -> CompetenceEvidence:
    rows = CompetenceEvidence.objects.select_for_update(of=("self",))
    current = rows.filter(pk=evidence.pk).first()
    if current is None or not current.waits:
        raise AlreadyDecided
    return current
