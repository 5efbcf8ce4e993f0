from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped

FROM_1_TO_5 = [MinValueValidator(1), MaxValueValidator(5)]


class ToolTalk(Timestamped):
    """A conversation about a new tool: is there something to hide, and do we trust them? (figure 5)

    The outcome feeds the privacy clause and, where needed, a privacy assessment.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", _("not decided yet")
        USE = "use", _("we use it")
        WITH_AGREEMENTS = "agreements", _("we use it, with agreements")
        ASSESS = "assess", _("first a privacy assessment")
        NOT = "not", _("we do not use it")

    tool = models.CharField(_("tool"), max_length=120)
    purpose = models.TextField(_("what for"), blank=True)
    held_on = models.DateField(_("talked about on"))
    with_whom = models.CharField(
        _("with whom"), max_length=200, blank=True, help_text=_("Roles, not names.")
    )
    to_hide = models.PositiveSmallIntegerField(_("something to hide"), validators=FROM_1_TO_5)
    trust = models.PositiveSmallIntegerField(_("trust"), validators=FROM_1_TO_5)
    answers: models.JSONField[Any, Any] = models.JSONField(_("answers"), default=dict, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.OPEN)
    agreements = models.TextField(_("agreements"), blank=True)
    review_date = models.DateField(_("look again on"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("conversation about a tool")
        verbose_name_plural = _("conversations about tools")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_hide__gte=1, to_hide__lte=5, trust__gte=1, trust__lte=5),
                name="figure_5_from_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return self.tool

    def get_absolute_url(self) -> str:
        return reverse("governance:talk-detail", args=[self.pk])


class PrivacyAssessment(Timestamped):
    """A light privacy assessment: which risks, which measures, who decided."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        DECIDED = "decided", _("decided")

    class Conclusion(models.TextChoices):
        GO = "go", _("no objection")
        MEASURES = "measures", _("with measures")
        FULL = "full", _("a full assessment (DPIA) is needed")
        NO = "no", _("do not do it")

    title = models.CharField(_("about"), max_length=150)
    talk = models.ForeignKey(
        ToolTalk,
        verbose_name=_("conversation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assessments",
    )
    answers: models.JSONField[Any, Any] = models.JSONField(_("answers"), default=dict, blank=True)
    measures = models.TextField(_("measures"), blank=True)
    conclusion = models.CharField(_("conclusion"), max_length=10, choices=Conclusion, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    review_date = models.DateField(_("look again on"), null=True, blank=True)

    class Meta:
        verbose_name = _("privacy assessment")
        verbose_name_plural = _("privacy assessments")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:assessment-detail", args=[self.pk])


class Incident(Timestamped):
    """Something that went wrong online, and what is done about it. Names of students stay out."""

    class Kind(models.TextChoices):
        BULLYING = "bullying", _("bullying")
        IMPERSONATION = "impersonation", _("impersonation or fake account")
        DATA_LEAK = "data_leak", _("personal data got out")
        THREAT = "threat", _("threat")
        HACKED = "hacked", _("hacked account")
        IMAGE = "image", _("unwanted image")
        DISCRIMINATION = "discrimination", _("discrimination")
        OTHER = "other", _("other")

    class Severity(models.IntegerChoices):
        LOW = 1, _("small")
        MEDIUM = 2, _("serious")
        HIGH = 3, _("very serious")

    title = models.CharField(_("what happened, in one line"), max_length=150)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    severity = models.PositiveSmallIntegerField(
        _("how serious"), choices=Severity, default=Severity.MEDIUM
    )
    happened_at = models.DateTimeField(_("when"))
    platform = models.CharField(_("where"), max_length=80, blank=True)
    description = models.TextField(
        _("what happened"), blank=True, help_text=_("Without names of students.")
    )
    is_data_leak = models.BooleanField(_("personal data leaked"), default=False)
    authority_told_at = models.DateTimeField(
        _("told to the data protection authority"), null=True, blank=True
    )
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reported by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who follows it up"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="incidents",
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    lessons = models.TextField(_("what we learned"), blank=True)
    delete_on = models.DateField(_("kept until"), null=True, blank=True)

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(lessons=""),
                name="closed_incident_taught_something",
            ),
        ]
        indexes = [models.Index(fields=["-happened_at"], name="incident_by_time")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:incident-detail", args=[self.pk])


class IncidentStep(models.Model):
    """Something that is still to be done, or was done, about an incident."""

    incident = models.ForeignKey(
        Incident, verbose_name=_("incident"), on_delete=models.CASCADE, related_name="steps"
    )
    text = models.CharField(_("step"), max_length=300)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_date = models.DateField(_("by"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("follow-up step")
        verbose_name_plural = _("follow-up steps")

    def __str__(self) -> str:
        return self.text
