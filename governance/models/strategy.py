from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class Strategy(Timestamped):
    """A line of the college's core strategy, which a vision on social media serves (chapter 3)."""

    title = models.CharField(_("title"), max_length=150, unique=True)
    description = models.TextField(_("description"), blank=True)
    source = models.CharField(
        _("where it stands"),
        max_length=200,
        blank=True,
        help_text=_("For instance: strategic plan."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_current = models.BooleanField(_("counts now"), default=True)

    class Meta:
        verbose_name = _("line of the core strategy")
        verbose_name_plural = _("core strategy")

    def __str__(self) -> str:
        return self.title
