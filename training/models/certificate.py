from __future__ import annotations

import secrets
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.course import Course
from training.models.enrolment import Enrolment

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without signs that look alike (I and 1, O and 0): people type a code from paper."""


def new_code() -> str:
    """A check code of twelve signs in three groups: 60 bits, not to be guessed."""
    signs = "".join(secrets.choice(ALPHABET) for _place in range(12))
    return "-".join(signs[start : start + 4] for start in (0, 4, 8))


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self, day: date) -> Self:
        """Certificates that count on this day: not withdrawn and not past their date."""
        in_time = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(in_time, revoked_at__isnull=True, awarded_on__lte=day)


class Certificate(Timestamped):
    """That a person finished a course: earned by an enrolment, or recognised as prior learning.

    Also without paper: a course that gives no certificate still leaves this row, for the competence
    record and the mandate. The name and title stay as they were on the day.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="certificates",
    )
    course = models.ForeignKey(
        Course, verbose_name=_("course"), on_delete=models.PROTECT, related_name="certificates"
    )
    enrolment = models.OneToOneField(
        Enrolment,
        verbose_name=_("enrolment"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="certificate",
    )
    code = models.CharField(
        _("check code"), max_length=14, unique=True, default=new_code, editable=False
    )
    name = models.CharField(_("name"), max_length=150)
    course_title = models.CharField(_("title"), max_length=150)
    awarded_on = models.DateField(_("awarded"))
    awarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("awarded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    prior_learning = models.CharField(
        _("recognised because"), max_length=300, blank=True, help_text=_("Prior learning.")
    )
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    revoked_because = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        indexes = [
            models.Index(fields=["valid_until"], name="certificate_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.course_title}"

    def get_absolute_url(self) -> str:
        return reverse("training:certificate", kwargs={"pk": self.pk})

    def is_valid(self, day: date) -> bool:
        return self.revoked_at is None and (self.valid_until is None or self.valid_until >= day)
