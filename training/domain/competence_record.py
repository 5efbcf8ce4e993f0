"""Somebody's own competence record: of each competence, what shows it and until when.

Courses are read from their certificates and the mandate from the rules in force; only what people
bring themselves is kept as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import User
from training.domain import mandates
from training.models import Certificate, Competence, CompetenceEvidence, Course

SOON: Final = timedelta(days=90)


class State(models.TextChoices):
    """Where somebody stands with a competence."""

    SHOWN = "shown", gettext_lazy("shown")
    EXPIRES = "expires", gettext_lazy("expires soon")
    WAITS = "waits", gettext_lazy("waits for confirmation")
    OPEN = "open", gettext_lazy("not shown yet")


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that shows a competence, or would once it is confirmed."""

    kind: str
    text: str
    url: str = ""
    until: date | None = None
    counts: bool = True
    note: str = ""
    evidence: CompetenceEvidence | None = None


@dataclass(slots=True)
class Line:
    """A competence in somebody's record."""

    competence: Competence
    is_needed: bool
    proofs: list[Proof] = field(default_factory=list)
    courses: list[tuple[Course, str]] = field(default_factory=list)
    state: State = State.OPEN
    until: date | None = None


def state_of(untils: Iterable[date | None], day: date) -> tuple[State, date | None]:
    """By until when each proof counts (None: for ever): shown, soon over, or not at all."""
    counting = [until for until in untils if until is None or until >= day]
    if not counting:
        return State.OPEN, None
    if None in counting:
        return State.SHOWN, None
    last = max(until for until in counting if until)
    return (State.EXPIRES if last <= day + SOON else State.SHOWN), last


def record(user: User, day: date) -> list[Line]:
    """All competences, those that this person needs first. Seven queries at most."""
    competences = Competence.objects.prefetch_related("courses")
    lines = {
        one.pk: Line(
            one,
            is_needed=not user.roles.isdisjoint(one.roles),
            courses=[(course, course.get_absolute_url()) for course in one.courses.all()],
        )
        for one in competences.order_by("name", "pk")
    }
    for pk, proof in _proofs(user, lines, day):
        lines[pk].proofs.append(proof)
    for line in lines.values():
        _settle(line, day)
    return sorted(lines.values(), key=lambda line: not line.is_needed)


def _settle(line: Line, day: date) -> None:
    line.state, line.until = state_of([one.until for one in line.proofs if one.counts], day)
    waits = any(one.evidence and one.evidence.waits for one in line.proofs)
    if line.state == State.OPEN and waits:
        line.state = State.WAITS


def _proofs(user: User, lines: dict[int, Line], day: date) -> Iterator[tuple[int, Proof]]:
    by_course: dict[int, list[int]] = {}
    for pk, line in lines.items():
        for course, _url in line.courses:
            by_course.setdefault(course.pk, []).append(pk)
    done = Certificate.objects.filter(user=user, course__in=by_course, revoked_at__isnull=True)
    for certificate in done.order_by("-awarded_on", "-pk"):
        for pk in by_course[certificate.course_id]:
            yield pk, _of_course(certificate, day)
    yield from _of_mandate(user, lines)
    for one in CompetenceEvidence.objects.filter(user=user).order_by("-created_at", "-pk"):
        yield one.competence_id, _of_evidence(one, day)


def _of_course(certificate: Certificate, day: date) -> Proof:
    is_valid = certificate.is_valid(day)
    kind = _("prior learning") if certificate.prior_learning else _("course done")
    return Proof(
        kind,
        certificate.course_title,
        certificate.get_absolute_url(),
        certificate.valid_until,
        counts=is_valid,
        note="" if is_valid else _("expired"),
    )


def _of_mandate(user: User, lines: dict[int, Line]) -> Iterator[tuple[int, Proof]]:
    shown = [pk for pk, line in lines.items() if line.competence.shown_by_mandate]
    if shown and mandates.earned(user):
        for pk in shown:
            yield pk, Proof(_("rule met"), _("Mandate to post"), reverse("training:my-mandate"))


def _of_evidence(one: CompetenceEvidence, day: date) -> Proof:
    is_over = one.valid_until is not None and one.valid_until < day
    note = _("waits for confirmation") if one.waits else ""
    if one.declined_because:
        note = _("does not count: %(reason)s") % {"reason": one.declined_because}
    elif is_over:
        note = _("expired")
    counts = one.confirmed_at is not None and not is_over
    return Proof(
        one.get_kind_display(), one.text, one.link, one.valid_until, counts, note, evidence=one
    )
