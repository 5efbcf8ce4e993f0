from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models.policy import Policy, PolicyVersion


class ReviewQuerySet(models.QuerySet["Review"]):
    def planned(self) -> Self:
        return self.filter(done_at__isnull=True)

    def overdue(self, *, day: date) -> Self:
        return self.planned().filter(planned_date__lt=day)


class Review(models.Model):
    """A moment at which a policy is looked at again: planned in advance, then done."""

    class Outcome(models.TextChoices):
        KEEP = "keep", _("it stays as it is")
        CHANGE = "change", _("a change was started")
        WITHDRAW = "withdraw", _("it can go")

    policy = models.ForeignKey(
        Policy,
        verbose_name=_("policy"),
        on_delete=models.CASCADE,
        related_name="reviews",
        db_index=False,
    )
    planned_date = models.DateField(_("planned for"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["policy"], condition=Q(done_at__isnull=True), name="one_planned_review"
            ),
        ]
        indexes = [models.Index(fields=["policy", "-planned_date"], name="review_by_policy")]

    def __str__(self) -> str:
        return f"{self.policy}, {self.planned_date}"
