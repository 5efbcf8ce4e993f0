from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.user import User


class DigestQuerySet(models.QuerySet["Digest"]):
    def due(self, *, at: datetime, day: date) -> Self:
        """Rows of this day for which somebody has still to look, or to try again."""
        return self.filter(day=day, next_attempt_at__lte=at)

    def sent(self) -> Self:
        return self.filter(sent_at__isnull=False)


class Digest(models.Model):
    """The one mail a day in which a person reads what waits for them.

    The row is made before the mail goes out, so that nobody gets two; `sent_at` stays empty until
    the mail server took it. `next_attempt_at` is empty once the row is taken up: a worker that dies
    halfway costs a mail, and never sends it twice. A row without items: there was nothing to tell.
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
    things = ArrayField(
        models.CharField(max_length=16),
        verbose_name=_("what was told"),
        default=list,
        editable=False,
    )
    is_asked_for = models.BooleanField(_("somebody asked to remind"), default=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("not before"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        verbose_name = _("daily mail")
        verbose_name_plural = _("daily mails")
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day"),
        ]
        indexes = [
            models.Index(
                fields=["day", "next_attempt_at", "id"],
                condition=models.Q(next_attempt_at__isnull=False),
                name="digest_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.day}"
