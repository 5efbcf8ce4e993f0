from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.models.channel import Channel


class DailyStatistic(models.Model):
    """One figure of one channel on one day; a day without a row is a gap, not a zero."""

    channel = models.ForeignKey(
        Channel,
        verbose_name=_("channel"),
        on_delete=models.CASCADE,
        related_name="statistics",
        db_index=False,
    )
    date = models.DateField(_("date"))
    metric = models.CharField(_("figure"), max_length=60)
    value = models.BigIntegerField(_("value"))

    class Meta:
        verbose_name = _("daily figure")
        verbose_name_plural = _("daily figures")
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "date", "metric"], name="one_figure_per_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.date} {self.metric}: {self.value}"
