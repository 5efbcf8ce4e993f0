from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LearnedModelQuerySet(models.QuerySet["LearnedModel"]):
    def in_use(self) -> Self:
        """The one that judges; none as long as the product's own does."""
        return self.filter(is_in_use=True)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class LearnedModel(models.Model):
    """A model that was trained here; `pk` is its version. Kept with how it did, used or not.

    `figures` holds what it and its predecessor reached on the evaluation set.
    """

    trained_at = models.DateTimeField(_("trained"))
    trained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    learned_from = models.PositiveIntegerField(_("examples"))
    learned_from_own = models.PositiveIntegerField(_("of which our own"), default=0)
    figures = models.JSONField(_("figures"), default=dict)
    is_in_use = models.BooleanField(_("in use"), default=False)
    stored = models.BinaryField(_("model"))

    objects = LearnedModelQuerySet.as_manager()

    class Meta:
        verbose_name = _("learned model")
        verbose_name_plural = _("learned models")
        constraints = [
            models.UniqueConstraint(
                fields=["is_in_use"], condition=Q(is_in_use=True), name="one_learned_model_in_use"
            ),
        ]

    def __str__(self) -> str:
        return str(_("learned model %(number)s") % {"number": self.pk})
