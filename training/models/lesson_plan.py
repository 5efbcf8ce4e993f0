from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class LessonPlan(Timestamped):
    """A lesson or activity with social media: goal first, then activity, then medium, then content.

    `privacy` holds the answers to the questions of `training.content.lesson_plans`.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.CASCADE,
        related_name="lesson_plans",
        db_index=False,
    )
    title = models.CharField(_("title"), max_length=150)
    goal = models.TextField(
        _("learning goal"),
        blank=True,
        help_text=_("What can students do afterwards that they cannot do now?"),
    )
    activity = models.TextField(
        _("activity"), blank=True, help_text=_("What do students do to learn that?")
    )
    medium = models.CharField(
        _("medium"),
        max_length=200,
        blank=True,
        help_text=_("Which medium helps with that? Without one is an answer too."),
    )
    content = models.TextField(
        _("content"), blank=True, help_text=_("What do you need: texts, films, examples, tasks?")
    )
    group = models.CharField(_("group"), max_length=80, blank=True)
    on_date = models.DateField(_("date"), null=True, blank=True)
    privacy = models.JSONField(_("privacy"), default=dict, blank=True)
    reflection = models.TextField(
        _("looking back"),
        blank=True,
        help_text=_(
            "What worked, what did not, and what do you do differently next time? Colleagues "
            "read this too when you share it."
        ),
    )
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    shared_at = models.DateTimeField(_("shared"), null=True, blank=True)
    copied_from = models.ForeignKey(
        "self",
        verbose_name=_("made after"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="copies",
    )

    class Meta:
        verbose_name = _("learning activity")
        verbose_name_plural = _("learning activities")
        indexes = [
            models.Index(fields=["owner", "-created_at", "-id"], name="plan_of_person"),
            models.Index(
                fields=["-shared_at", "-id"],
                condition=Q(shared_at__isnull=False),
                name="plan_shared",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:plan-detail", args=[self.pk])
