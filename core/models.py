"""What several subjects share: when a row came to be, and who did what (the audit trail)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Timestamped(models.Model):
    """A row that knows when it came and when it last changed."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True


class LogEntry(models.Model):
    """One line of the audit trail: who did what to which row, when and why. Only ever added to.

    `actor` is empty when the system acted. `actor_name` stays readable after a person left.
    """

    at = models.DateTimeField(_("at"), auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    actor_name = models.CharField(_("name"), max_length=200, blank=True)
    verb = models.CharField(_("what"), max_length=60)
    content_type = models.ForeignKey(
        ContentType,
        verbose_name=_("about"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    object_id = models.BigIntegerField(_("number"))
    subject = GenericForeignKey("content_type", "object_id")
    detail = models.JSONField(_("details"), default=dict, blank=True)
    reason = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("audit trail")
        indexes = [
            models.Index(fields=["content_type", "object_id", "-at"], name="log_by_subject"),
            models.Index(fields=["-at"], name="log_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name or 'system'} {self.verb}"
