from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.user import User


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> Self:
        return self.filter(from_date__lte=day, until_date__gte=day)

    def overlapping(self, first: date, last: date) -> Self:
        return self.filter(from_date__lte=last, until_date__gte=first)

    def not_over_before(self, day: date) -> Self:
        """Present, coming, and past ones that lasted until `day` or later; soonest first."""
        return self.filter(until_date__gte=day).order_by("from_date", "pk")


class Absence(models.Model):
    """That someone is away for some days (both included), and who stands in."""

    user = models.ForeignKey(
        User, verbose_name=_("person"), on_delete=models.CASCADE, related_name="absences"
    )
    from_date = models.DateField(_("first day"))
    until_date = models.DateField(_("last day"))
    substitute = models.ForeignKey(
        User,
        verbose_name=_("substitute"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="substitutions",
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__gte=F("from_date")), name="absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(substitute__isnull=True) | ~Q(substitute=F("user")),
                name="nobody_replaces_themselves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.from_date} – {self.until_date}"

    def is_over(self, day: date) -> bool:
        return self.until_date < day

    def is_now(self, day: date) -> bool:
        return self.from_date <= day <= self.until_date
