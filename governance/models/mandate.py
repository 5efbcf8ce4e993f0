from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.channel_choice import ChannelChoice
from governance.models.goal import Goal
from people.models import Team


class TeamMandate(Timestamped):
    """What a team may do and decide, with how many hours, and which manager stands for it.

    Publication, chapters 6 and 7: a think tank, and a core group with a leader, hours and the
    commitment of management.
    """

    team = models.OneToOneField(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="mandate"
    )
    purpose = models.TextField(_("what the team is for"), blank=True)
    may_decide = models.TextField(_("what it may decide by itself"), blank=True)
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=5,
        decimal_places=1,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0))],
    )
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"), null=True, blank=True)
    commitment = models.TextField(_("what management promises"), blank=True)
    committed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("promised by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    committed_at = models.DateTimeField(_("promised"), null=True, blank=True)

    class Meta:
        verbose_name = _("mandate of a team")
        verbose_name_plural = _("mandates of teams")

    def __str__(self) -> str:
        return str(self.team)


class HoursSpent(Timestamped):
    """Hours that somebody spent for a team, on a channel or a goal where that can be said."""

    class Activity(models.TextChoices):
        CONTENT = "content", _("making and placing content")
        WEBCARE = "webcare", _("webcare")
        POLICY = "policy", _("making policy")
        TRAINING = "training", _("training and support")
        MANAGEMENT = "management", _("management of channels")
        OTHER = "other", _("other")

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="hours", db_index=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="hours_spent",
    )
    on_date = models.DateField(_("on"))
    hours = models.DecimalField(
        _("hours"), max_digits=5, decimal_places=2, validators=[MinValueValidator(Decimal("0.25"))]
    )
    activity = models.CharField(
        _("what for"), max_length=10, choices=Activity, default=Activity.CONTENT
    )
    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("channel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hours",
    )
    goal = models.ForeignKey(
        Goal,
        verbose_name=_("goal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hours",
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("hours spent")
        verbose_name_plural = _("hours spent")
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="hours_are_more_than_none"),
        ]
        indexes = [models.Index(fields=["team", "-on_date"], name="hours_by_team")]

    def __str__(self) -> str:
        return f"{self.team}: {self.hours} ({self.on_date})"


class Cost(Timestamped):
    """What a goal or a channel costs in a period (publication, chapter 5)."""

    class Kind(models.TextChoices):
        MANAGEMENT = "management", _("management of channels")
        STAFF = "staff", _("staff")
        DEVICES = "devices", _("devices")
        TRAINING = "training", _("training")
        TOOLS = "tools", _("tools and licences")
        CAMPAIGN = "campaign", _("campaigns")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    description = models.CharField(_("description"), max_length=200)
    goal = models.ForeignKey(
        Goal,
        verbose_name=_("goal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="costs",
    )
    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("channel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="costs",
    )
    hours = models.DecimalField(_("hours"), max_digits=8, decimal_places=2, null=True, blank=True)
    rate = models.DecimalField(
        _("rate (€ an hour)"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    amount = models.DecimalField(
        _("amount (€)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    from_date = models.DateField(_("from"))
    until_date = models.DateField(_("until"))

    class Meta:
        verbose_name = _("cost")
        verbose_name_plural = _("costs")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__gte=models.F("from_date")), name="cost_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=False) | Q(hours__isnull=False, rate__isnull=False),
                name="cost_has_an_amount_or_hours_and_rate",
            ),
        ]

    def __str__(self) -> str:
        return self.description

    @property
    def total(self) -> Decimal:
        """Euro: the amount, and hours times rate, together."""
        return (self.amount or Decimal(0)) + (self.hours or Decimal(0)) * (self.rate or Decimal(0))
