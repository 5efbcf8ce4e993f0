from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class StaffImport(models.Model):
    """A file with staff that was read, what it would change, and whether that was done.

    `rows` is the file as it was understood and `plan` what the person who uploads it saw; both are
    emptied after some days, the numbers in `outcome` stay. `to_invite` are the ids of new people
    who still get a letter.
    """

    class State(models.TextChoices):
        PREVIEW = "preview", _("looked at, nothing changed")
        APPLIED = "applied", _("applied")

    state = models.CharField(_("state"), max_length=7, choices=State, default=State.PREVIEW)
    filename = models.CharField(_("file"), max_length=200)
    makes_units = models.BooleanField(_("make units that do not exist yet"), default=False)
    deactivates = models.BooleanField(_("deactivate who is not in the file"), default=False)
    invites = models.BooleanField(_("invite new people by mail"), default=False)
    rows: models.JSONField[Any, Any] = models.JSONField(default=list, editable=False)
    plan: models.JSONField[Any, Any] = models.JSONField(default=list, editable=False)
    outcome: models.JSONField[Any, Any] = models.JSONField(
        _("outcome"), default=dict, editable=False
    )
    to_invite = ArrayField(models.BigIntegerField(), default=list, editable=False)
    not_invited = ArrayField(models.BigIntegerField(), default=list, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="staff_imports",
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    applied_at = models.DateTimeField(_("applied on"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("content deleted"), null=True, blank=True)

    class Meta:
        verbose_name = _("staff import")
        verbose_name_plural = _("staff imports")
        indexes = [
            models.Index(fields=["-uploaded_at", "-id"], name="staff_import_newest"),
            models.Index(fields=["id"], condition=~Q(to_invite=[]), name="staff_import_to_invite"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="applied") | Q(applied_at__isnull=False),
                name="applied_import_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.filename

    def get_absolute_url(self) -> str:
        return reverse("people:staff-import-detail", kwargs={"pk": self.pk})
