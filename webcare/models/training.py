from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from webcare.models.judgement import LearnedModel


class RouterTrainingQuerySet(models.QuerySet["RouterTraining"]):
    def asked(self) -> Self:
        """What still has to be done: one at most."""
        return self.filter(state=RouterTraining.State.ASKED)

    def ended(self) -> Self:
        return self.exclude(state=RouterTraining.State.ASKED)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class RouterTraining(models.Model):
    """That the router should learn anew, and what became of it. Nobody asked: the week was over."""

    class State(models.TextChoices):
        ASKED = "asked", _("is being done")
        TRAINED = "trained", _("trained")
        TOO_FEW = "too_few", _("too few examples")
        FAILED = "failed", _("failed")

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField(_("asked"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    model = models.ForeignKey(
        LearnedModel,
        verbose_name=_("learned model"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = RouterTrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training of the router")
        verbose_name_plural = _("trainings of the router")
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="asked"), name="one_training_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M} {self.get_state_display()}"
