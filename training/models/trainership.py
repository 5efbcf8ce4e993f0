from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.course import Course


class Trainership(Timestamped):
    """Who trained whom to be a trainer: a colleague, or somebody from outside by name."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("trainer"),
        on_delete=models.CASCADE,
        related_name="trainerships",
        db_index=False,
    )
    trained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("trained by a colleague"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="trained",
    )
    trained_by_name = models.CharField(
        _("trained by somebody from outside"), max_length=150, blank=True
    )
    course = models.ForeignKey(
        Course,
        verbose_name=_("in the course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="trainerships",
    )
    since = models.DateField(_("since"))
    ended_on = models.DateField(_("stopped"), null=True, blank=True)

    class Meta:
        verbose_name = _("trainership")
        verbose_name_plural = _("trainerships")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "trained_by", "trained_by_name"],
                nulls_distinct=False,
                name="one_trainership",
                violation_error_message=_("This is known already."),
            ),
            models.CheckConstraint(
                condition=Q(trained_by__isnull=False, trained_by_name="")
                | (Q(trained_by__isnull=True) & ~Q(trained_by_name="")),
                name="trained_by_one",
                violation_error_message=_("Choose a colleague, or write a name from outside."),
            ),
            models.CheckConstraint(
                condition=Q(trained_by__isnull=True) | ~Q(trained_by=F("person")),
                name="not_by_oneself",
                violation_error_message=_("Nobody trains themselves."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since")),
                name="trainership_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trained_by or self.trained_by_name}: {self.person}"
