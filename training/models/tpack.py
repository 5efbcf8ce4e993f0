from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class TpackProfile(Timestamped):
    """What a teacher said about their own knowledge: theirs alone, unless they share it.

    `answers` holds the code of a statement and 1 to 5. Codes never get another meaning
    (docs/decisions/0013), so that an earlier profile can stand beside a later one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="tpack_profiles",
        db_index=False,
    )
    subject = models.CharField(
        _("your own field"),
        max_length=80,
        help_text=_("What you teach, for instance “nursing” or “metalwork”."),
    )
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    shared_at = models.DateTimeField(_("shared with your manager"), null=True, blank=True)

    class Meta:
        verbose_name = _("self-assessment")
        verbose_name_plural = _("self-assessments")
        indexes = [
            models.Index(fields=["user", "-created_at", "-id"], name="tpack_of_person"),
            models.Index(
                fields=["-shared_at", "-id"],
                condition=models.Q(shared_at__isnull=False),
                name="tpack_shared",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shared_at__isnull=True) | models.Q(finished_at__isnull=False),
                name="only_a_finished_profile_is_shared",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("training:tpack-detail", args=[self.pk])
