from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class TipNote(Timestamped):
    """What the college says itself about one of the ten tips (chapter 6), beside our evidence.

    `verdict` is what people decided; empty means that the portal's own evidence speaks.
    """

    class Verdict(models.TextChoices):
        DONE = "done", _("done")
        SKIPPED = "skipped", _("not for us")

    number = models.PositiveSmallIntegerField(_("tip"), unique=True)
    note = models.TextField(_("note"), blank=True)
    verdict = models.CharField(_("our own view"), max_length=8, choices=Verdict, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("note on a tip")
        verbose_name_plural = _("notes on tips")

    def __str__(self) -> str:
        return str(self.number)
