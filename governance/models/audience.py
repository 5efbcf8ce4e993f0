from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.content import audiences as content


class UserType(models.TextChoices):
    """Four ways in which people use the web (publication, chapter 3)."""

    TRADITIONALIST = "traditionalists", _("traditionalists")
    NETWORKER = "networkers", _("networkers")
    GAMER = "gamers", _("gamers")
    PRODUCER = "producers", _("producers")


class Audience(Timestamped):
    """People whom the college wants to reach; eight come along, a college adds its own.

    `code` names one of the eight, whose texts come along until the college writes its own.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, blank=True)
    description = models.TextField(_("who they are"), blank=True)
    expects = models.TextField(_("what they expect of us"), blank=True)
    user_types = ArrayField(
        models.CharField(max_length=20, choices=UserType),
        verbose_name=_("how they use the web"),
        default=list,
        blank=True,
    )
    is_active = models.BooleanField(_("counts now"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")

    def __str__(self) -> str:
        return self.name or (str(self._standard.name) if self._standard else self.code)

    @property
    def about(self) -> str:
        """Who they are: what the college wrote, else what comes along."""
        return self.description or (str(self._standard.description) if self._standard else "")

    @property
    def wishes(self) -> str:
        """What they expect of us: what the college wrote, else what comes along."""
        return self.expects or (str(self._standard.expects) if self._standard else "")

    @property
    def is_standard(self) -> bool:
        return self._standard is not None

    @property
    def _standard(self) -> content.StandardAudience | None:
        return content.standard(self.code)

    def get_absolute_url(self) -> str:
        return reverse("governance:audience-detail", args=[self.code])


class PlatformSurvey(Timestamped):
    """A short survey among an audience: which platforms, for what, and which should we use?"""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    audience = models.ForeignKey(
        Audience, verbose_name=_("audience"), on_delete=models.PROTECT, related_name="surveys"
    )
    title = models.CharField(_("title"), max_length=150)
    introduction = models.TextField(_("introduction"), blank=True)
    platforms = ArrayField(
        models.CharField(max_length=40), verbose_name=_("platforms"), default=list
    )
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.DRAFT)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:survey-detail", args=[self.pk])


class SurveyResponse(models.Model):
    """The answers of somebody, without anything that tells who, where or when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        PlatformSurvey, verbose_name=_("survey"), on_delete=models.CASCADE, related_name="responses"
    )
    answers: models.JSONField[Any, Any] = models.JSONField(_("answers"), default=dict)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")

    def __str__(self) -> str:
        return str(self.pk)


class AudienceUse(models.Model):
    """How an audience uses a platform, as somebody found out: always with source and year.

    `platform` is free: a network that has gone (Hyves, MSN) stays readable.
    """

    class Frequency(models.TextChoices):
        DAILY = "daily", _("daily")
        WEEKLY = "weekly", _("weekly")
        EVER = "ever", _("at all")

    audience = models.ForeignKey(
        Audience, verbose_name=_("audience"), on_delete=models.CASCADE, related_name="uses"
    )
    platform = models.CharField(_("platform"), max_length=40)
    frequency = models.CharField(
        _("how often"), max_length=6, choices=Frequency, default=Frequency.DAILY
    )
    percent = models.DecimalField(
        _("share (%)"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    users = models.PositiveIntegerField(_("number of users"), null=True, blank=True)
    respondents = models.PositiveIntegerField(_("number asked"), null=True, blank=True)
    finding = models.CharField(_("what was found"), max_length=500, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=200)
    address = models.URLField(_("address"), max_length=500, blank=True)
    is_example = models.BooleanField(_("example"), default=False)
    survey = models.ForeignKey(
        PlatformSurvey,
        verbose_name=_("survey"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="uses",
    )

    class Meta:
        verbose_name = _("use of a platform")
        verbose_name_plural = _("use of platforms")

    def __str__(self) -> str:
        return f"{self.audience}: {self.platform} ({self.year})"

    @property
    def share(self) -> Decimal | None:
        """Percent of those asked: as the source gives it, else worked out from its numbers."""
        if self.percent is not None or self.users is None or not self.respondents:
            return self.percent
        return (Decimal(self.users) * 100 / self.respondents).quantize(Decimal("0.1"))
