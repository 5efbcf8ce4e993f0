"""What waits for the manager of the demo: a request, a piece of evidence, a certificate that ends
soon and a mandate that lapsed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from core.clock import now
from people.models import User
from smportal.demo.college import person
from smportal.demo.reading import DOMAIN
from training.domain import enrolment, mandate_states
from training.models import (
    Certificate,
    Competence,
    CompetenceEvidence,
    Course,
    Letter,
    MandateState,
    Offering,
)

EARNED, FOLLOW_UP = "instapcursus", "vervolgcursus"
VALID_FOR = timedelta(days=730)
EDITORS = tuple(f"{name}{DOMAIN}" for name in ("fleur.blom", "guus.kramer", "hanna.vos"))
"""Of the school blog, a unit of communication."""


def build() -> None:
    """After the courses, the readers and the competences; safe to run twice. What somebody took
    away in a demo that was used, is left out."""
    course = Course.objects.filter(slug=EARNED).first()
    editors = list(User.objects.filter(email__in=EDITORS).order_by("email"))
    if course is None or len(editors) < len(EDITORS):
        return
    if Certificate.objects.filter(user__in=editors).exists():
        return
    fleur, guus, hanna = editors
    _certificate(fleur, course, ends_in=35)
    _certificate(guus, course, ends_in=-12)
    _mandate(fleur, since=now() - timedelta(days=34))
    _mandate(guus, since=now() - timedelta(days=33), lost=now() - timedelta(days=11))
    _request(fleur)
    _evidence(hanna)


def _certificate(user: User, course: Course, *, ends_in: int) -> None:
    until = localdate(now()) + timedelta(days=ends_in)
    Certificate.objects.create(
        user=user,
        course=course,
        name=user.name,
        course_title=course.title,
        awarded_on=until - VALID_FOR,
        awarded_by=person("thea"),
        valid_until=until,
    )


def _mandate(user: User, *, since: datetime, lost: datetime | None = None) -> None:
    """Held since then; what made it go is noticed as everywhere."""
    held = {"is_held": True, "since": since, "why": "", "params": {}}
    MandateState.objects.update_or_create(user=user, defaults=held)
    mandate_states.compare(user)
    MandateState.objects.filter(user=user, is_held=False).update(since=lost or since)


def _request(user: User) -> None:
    """To learn more than the first course: the manager decides who goes."""
    planned = Offering.objects.filter(course__slug=FOLLOW_UP, starts_at__gt=now())
    offering = planned.order_by("starts_at").first()
    if offering is None:
        return
    Course.objects.filter(slug=FOLLOW_UP).update(needs_approval=True)
    asked = enrolment.ask(offering, user, motivation="Ik wil onze studenten leren zelf te bloggen.")
    # Nobody is mailed about what only the demo did; other letters still go out.
    Letter.objects.filter(enrolment=asked).update(next_attempt_at=None)


def _evidence(user: User) -> None:
    competence = Competence.objects.filter(code="answering").first()
    text = "Reacties op het schoolblog een maand lang beantwoord, samen met het informatiecentrum."
    if competence:
        CompetenceEvidence.objects.create(user=user, competence=competence, text=text)
