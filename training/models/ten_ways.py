from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class WayTick(Timestamped):
    """What a teacher says about one of the ten ways: done, and a note for themselves."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="way_ticks",
        db_index=False,
    )
    code = models.CharField(_("way"), max_length=20)
    is_done = models.BooleanField(_("done"), default=False)
    note = models.CharField(_("note for yourself"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("one of the ten ways")
        verbose_name_plural = _("the ten ways")
        constraints = [
            models.UniqueConstraint(fields=["user", "code"], name="one_tick_per_way"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.code}"
