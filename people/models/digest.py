from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.user import User


class Digest(models.Model):
    """The one mail a day in which a person reads what waits for them.

    The row is made before the mail goes out, so that nobody gets two; `sent_at` stays empty until
    the mail server took it.
    """

    user = models.ForeignKey(
        User,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="digests",
        db_index=False,
    )
    day = models.DateField(_("day"))
    items = models.PositiveSmallIntegerField(_("number of things"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("daily mail")
        verbose_name_plural = _("daily mails")
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.day}"
