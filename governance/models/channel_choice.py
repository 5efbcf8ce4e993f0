from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.content import platforms
from governance.models.audience import Audience
from governance.models.goal import Goal


class ChannelChoiceQuerySet(models.QuerySet["ChannelChoice"]):
    def current(self) -> Self:
        """What we are on, leave or think about; the rest is history."""
        states = ChannelChoice.State
        return self.filter(state__in=[states.CONSIDERED, states.CHOSEN, states.CLOSING])

    def past(self) -> Self:
        return self.filter(state__in=[ChannelChoice.State.DECLINED, ChannelChoice.State.CLOSED])

    def costing_time(self) -> Self:
        """What we are on, and what we are leaving but still keep up."""
        return self.filter(state__in=[ChannelChoice.State.CHOSEN, ChannelChoice.State.CLOSING])


class ChannelChoice(Timestamped):
    """Whether the college is on a platform, with which account, and why (or why not).

    `platform` is free text beside the known codes: a college may choose what we cannot read.
    """

    class State(models.TextChoices):
        CONSIDERED = "considered", _("being considered")
        CHOSEN = "chosen", _("chosen")
        DECLINED = "declined", _("not chosen")
        CLOSING = "closing", _("being closed")
        CLOSED = "closed", _("closed")

    DECIDABLE = (State.CONSIDERED, State.DECLINED)
    EDITABLE = (State.CONSIDERED, State.CHOSEN, State.DECLINED, State.CLOSING)

    class Openness(models.TextChoices):
        OPEN = "open", _("open to everybody")
        PARTLY = "partly", _("partly open")
        CLOSED = "closed", _("members only")

    platform = models.CharField(_("platform"), max_length=40)
    name = models.CharField(_("account or group"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CONSIDERED)
    reason = models.TextField(_("why"), blank=True)
    openness = models.CharField(
        _("how open"), max_length=6, choices=Openness, default=Openness.OPEN
    )
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=5,
        decimal_places=1,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0))],
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="channel_choices",
    )
    goals = models.ManyToManyField(
        Goal, verbose_name=_("goals"), blank=True, related_name="channel_choices"
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
    close_date = models.DateField(_("closes on"), null=True, blank=True)
    closing_reason = models.TextField(_("why it closes"), blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)

    objects = ChannelChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("channel choice")
        verbose_name_plural = _("channel choices")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["chosen", "declined"]) | ~Q(reason=""),
                name="a_choice_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.platform_name} {self.name}".strip()

    @property
    def platform_name(self) -> str:
        return platforms.name_of(self.platform)

    def get_absolute_url(self) -> str:
        return reverse("governance:choice-detail", args=[self.pk])


class ChannelScore(models.Model):
    """What a platform is worth for one audience: three questions of chapter 3, 0 to 3 each."""

    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("channel"),
        on_delete=models.CASCADE,
        related_name="scores",
        db_index=False,
    )
    audience = models.ForeignKey(
        Audience, verbose_name=_("audience"), on_delete=models.CASCADE, related_name="scores"
    )
    present = models.PositiveSmallIntegerField(
        _("are they there?"), default=0, validators=[MaxValueValidator(3)]
    )
    expects = models.PositiveSmallIntegerField(
        _("does it fit what they expect?"), default=0, validators=[MaxValueValidator(3)]
    )
    openness = models.PositiveSmallIntegerField(
        _("is it open enough, or closed enough?"), default=0, validators=[MaxValueValidator(3)]
    )
    reason = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(fields=["choice", "audience"], name="one_score_per_audience"),
            models.CheckConstraint(
                condition=Q(present__lte=3, expects__lte=3, openness__lte=3),
                name="scores_from_0_to_3",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.choice} – {self.audience}"

    @property
    def total(self) -> int:
        """0 to 9."""
        return self.present + self.expects + self.openness


class ClosingStep(models.Model):
    """A step of closing a channel decently, done or not; `code` names one that comes along."""

    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("channel"),
        on_delete=models.CASCADE,
        related_name="closing_steps",
        db_index=False,
    )
    code = models.CharField(_("step"), max_length=40)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of closing")
        verbose_name_plural = _("steps of closing")
        constraints = [
            models.UniqueConstraint(fields=["choice", "code"], name="one_closing_step"),
        ]

    def __str__(self) -> str:
        return f"{self.choice}: {self.code}"

    @property
    def is_skipped(self) -> bool:
        """Not done, with a reason."""
        return self.done_at is None and bool(self.note)

    @property
    def is_settled(self) -> bool:
        return self.done_at is not None or self.is_skipped
