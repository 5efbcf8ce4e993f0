from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from webcare.models.ticket import Ticket


class Draft(models.Model):
    """An unfinished answer of one person to one ticket, saved while typing."""

    ticket = models.ForeignKey(
        Ticket,
        verbose_name=_("ticket"),
        on_delete=models.CASCADE,
        related_name="drafts",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    text = models.TextField(_("draft"))
    saved_at = models.DateTimeField(_("saved"))

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(fields=["ticket", "user"], name="one_draft_per_person"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Presence(models.Model):
    """Who has a ticket open now, and whether they are writing: shown to the others."""

    ticket = models.ForeignKey(
        Ticket,
        verbose_name=_("ticket"),
        on_delete=models.CASCADE,
        related_name="presences",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    seen_at = models.DateTimeField(_("seen"))
    typed_at = models.DateTimeField(_("typed"), null=True, blank=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["ticket", "user"], name="one_presence_per_person"),
        ]
        indexes = [models.Index(fields=["seen_at"], name="presence_recent")]

    def __str__(self) -> str:
        return f"#{self.ticket_id}: {self.user_id}"
