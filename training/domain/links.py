"""Links in mails with which a person answers without signing in: signed, for one enrolment.

A link only opens a page that asks; the answer itself is a POST, so that a program that looks at
links in mail changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse

from training.models import Enrolment

SALT = "training.enrolment"
ACCEPT, DECLINE, LEAVE = "accept", "decline", "leave"
STEPS = (ACCEPT, DECLINE, LEAVE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody wants with their enrolment."""

    enrolment: Enrolment
    step: str


def address(enrolment: Enrolment, step: str) -> str:
    token = signing.dumps([enrolment.pk, step], salt=SALT)
    site: str = settings.SITE_URL.rstrip("/")
    return site + reverse("training:enrolment-answer", args=[token])


def read(token: str) -> Answer | None:
    """What the link says; None for a link that we did not make, or of an enrolment that is gone."""
    try:
        pk, step = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = Enrolment.objects.select_related("offering__course", "user")
    row = rows.filter(pk=pk, user__is_active=True).first()
    return Answer(row, step) if row and step in STEPS else None
