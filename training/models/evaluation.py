from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.models.offering import Offering


def _scale(label: object) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(
        label,  # type: ignore[arg-type]
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )


class Evaluation(models.Model):
    """What somebody who was there thought of an offering. Whose it is, no row can tell.

    No person, no moment, a random number: see docs/decisions/0028. That somebody filled it in
    stands at the enrolment, as a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offering = models.ForeignKey(
        Offering,
        verbose_name=_("offering"),
        on_delete=models.CASCADE,
        related_name="evaluations",
    )
    useful = _scale(_("useful for my work"))
    clear = _scale(_("clear and at my pace"))
    daring = _scale(_("I dare to try it myself"))
    works = models.TextField(_("what works"), blank=True)
    works_not = models.TextField(_("what does not work"), blank=True)
    wish = models.TextField(_("what you still wish for"), blank=True)

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")

    def __str__(self) -> str:
        return str(self.offering)
