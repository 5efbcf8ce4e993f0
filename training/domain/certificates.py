"""Certificates: earned, recognised as prior learning, withdrawn, renewed, and checked by anybody.

Every award is a row of its own. Who does a course again gets a new certificate, which replaces the
old one; the old one still tells what was so on a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain.review_dates import months_later
from people.models import User
from training.domain import completion, letters, mandate_states, trainerships
from training.models import Certificate, Course, Enrolment, Letter
from training.models.certificate import ALPHABET

TELL_BEFORE = timedelta(days=60)
SIGNS, GROUP = 12, 4


class NotFinished(Exception):
    """This person did not finish the course; `lacks` says why not."""

    def __init__(self, lacks: list[object]) -> None:
        super().__init__(lacks)
        self.lacks = lacks


class Standing(StrEnum):
    """What a certificate is worth on a day."""

    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


def standing(certificate: Certificate, day: date) -> Standing:
    if certificate.revoked_at:
        return Standing.WITHDRAWN
    return Standing.VALID if certificate.is_valid(day) else Standing.EXPIRED


def of_course(user: User, course: Course, day: date) -> Certificate | None:
    """The valid one that this person has of the course; the newest when there are more."""
    theirs = Certificate.objects.valid(day).filter(user=user, course=course)
    return theirs.order_by("-awarded_on", "-pk").first()


def ends_soon(certificate: Certificate, day: date) -> bool:
    """Whether it is valid still, and so near its end that its owner is told."""
    until = certificate.valid_until
    return certificate.is_valid(day) and until is not None and until <= day + TELL_BEFORE


def award(enrolment: Enrolment, *, by: User) -> Certificate:
    """For who finished after all, when the offering is over. Raises `NotFinished`."""
    found = completion.verdict(enrolment)
    if found.certificate:
        return found.certificate
    if not found.passes:
        raise NotFinished(list(found.lacks))
    made = award_all([enrolment], by=by)
    return made[0] if made else Certificate.objects.get(enrolment=enrolment)


@transaction.atomic
def award_all(enrolments: Iterable[Enrolment], *, by: User) -> list[Certificate]:
    """One certificate for each that has none; those that were made."""
    made = []
    for enrolment in enrolments:
        certificate, is_new = Certificate.objects.get_or_create(
            enrolment=enrolment,
            defaults=_facts(enrolment.user, enrolment.offering.course, by=by),
        )
        if is_new:
            _told(certificate, gettext_noop("awarded a certificate"), by=by)
            trainerships.derive(certificate)
            made.append(certificate)
    return made


@transaction.atomic
def recognise(user: User, course: Course, *, because: str, by: User) -> Certificate:
    """Somebody learned this elsewhere, and says how we know."""
    facts = _facts(user, course, by=by)
    certificate = Certificate.objects.create(**facts, prior_learning=because)
    _told(certificate, gettext_noop("recognised prior learning"), by=by)
    return certificate


def _facts(user: User, course: Course, *, by: User) -> dict[str, object]:
    day = localdate(now())
    return {
        "user": user,
        "course": course,
        "name": str(user),
        "course_title": course.title,
        "awarded_on": day,
        "awarded_by": by,
        "valid_until": months_later(day, course.valid_months) if course.valid_months else None,
    }


def _told(certificate: Certificate, verb: str, *, by: User) -> None:
    audit.record(verb, certificate, by=by, reason=certificate.prior_learning)
    letters.post([_letter(Letter.Kind.CERTIFICATE, certificate)])
    mandate_states.compare(certificate.user)


def _letter(kind: str, certificate: Certificate) -> Letter:
    return letters.write(
        kind,
        certificate.user_id,
        about=f"certificate {certificate.pk}",
        enrolment=certificate.enrolment,
        certificate=certificate.pk,
    )


@transaction.atomic
def revoke(certificate: Certificate, *, because: str, by: User) -> None:
    """Withdraw it, with a reason. Twice is once: the first reason stays."""
    current = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    if current.revoked_at:
        return
    current.revoked_at, current.revoked_because = now(), because
    current.save(update_fields=["revoked_at", "revoked_because", "updated_at"])
    audit.record(gettext_noop("withdrew a certificate"), current, by=by, reason=because)
    mandate_states.compare(current.user)


def with_replaced(found: QuerySet[Certificate]) -> Any:
    """With `is_replaced`: the person has a newer certificate of the same course."""
    newer = Certificate.objects.filter(
        Q(awarded_on__gt=OuterRef("awarded_on"))
        | Q(awarded_on=OuterRef("awarded_on"), pk__gt=OuterRef("pk")),
        user=OuterRef("user"),
        course=OuterRef("course"),
        revoked_at__isnull=True,
    )
    return found.annotate(is_replaced=Exists(newer))


def expiring(day: date) -> QuerySet[Certificate]:
    """Valid now, not for long any more, and not yet replaced by a newer one."""
    soon = Certificate.objects.valid(day).filter(valid_until__lte=day + TELL_BEFORE)
    kept: QuerySet[Certificate] = with_replaced(soon).filter(is_replaced=False)
    return kept


def remind_expiring(*, day: date) -> int:
    """Tell whose certificate expires within 60 days, once; how many were looked at."""
    untold = expiring(day).filter(user__is_active=True).select_related("enrolment")
    letters.post([_letter(Letter.Kind.EXPIRING, certificate) for certificate in untold])
    return len(untold)


def search(found: QuerySet[Certificate], words: str) -> QuerySet[Certificate]:
    """By a part of the name or the title, or by check code."""
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word) | Q(course_title__icontains=word) | Q(code__istartswith=word)
        )
    return found


def of_standing(found: QuerySet[Certificate], wanted: str, day: date) -> QuerySet[Certificate]:
    """Only those that are valid, expiring, expired or withdrawn; "" leaves all."""
    match wanted:
        case "valid":
            return found.valid(day)  # type: ignore[attr-defined, no-any-return]
        case "expiring":
            return found.filter(pk__in=expiring(day).values("pk"))
        case "expired":
            return found.filter(valid_until__lt=day, revoked_at__isnull=True)
        case "withdrawn":
            return found.filter(revoked_at__isnull=False)
        case _:
            return found


def by_code(written: str) -> Certificate | None:
    """The certificate with this code, as somebody types it from paper."""
    signs = "".join(sign for sign in written.upper() if sign in ALPHABET)
    if len(signs) != SIGNS:
        return None
    code = "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))
    return Certificate.objects.filter(code=code).first()
