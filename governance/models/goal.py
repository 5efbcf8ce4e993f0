from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.audience import Audience
from governance.models.domains import Domain
from governance.models.policy import Policy
from governance.models.strategy import Strategy


class GoalQuerySet(models.QuerySet["Goal"]):
    def in_force(self) -> Self:
        return self.filter(state=Goal.State.APPROVED)

    def under_way(self) -> Self:
        """Everything that was not given up or reached."""
        return self.exclude(state__in=[Goal.State.DROPPED, Goal.State.REACHED])


class Goal(Timestamped):
    """What the college wants to reach: an activity, its consequence, the effect (chapter 3).

    Without that chain and an indicator it is "a nice list of actions without any effect", and
    cannot be approved. `edition` counts saves.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("waiting for approval")
        APPROVED = "approved", _("approved")
        REACHED = "reached", _("reached")
        DROPPED = "dropped", _("given up")

    domain = models.CharField(_("domain"), max_length=14, choices=Domain)
    title = models.CharField(_("title"), max_length=200)
    activity = models.TextField(_("activity"), blank=True, help_text=_("What do we do?"))
    consequence = models.TextField(
        _("consequence"), blank=True, help_text=_("What happens because of it?")
    )
    effect = models.TextField(
        _("effect"), blank=True, help_text=_("What does the college gain by that?")
    )
    vision = models.ForeignKey(
        Policy,
        verbose_name=_("vision that it serves"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="goals",
    )
    strategy = models.ForeignKey(
        Strategy,
        verbose_name=_("line of the core strategy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="goals",
    )
    audiences = models.ManyToManyField(
        Audience, verbose_name=_("audiences"), blank=True, related_name="goals"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="goals",
    )
    target_date = models.DateField(_("reached by"), null=True, blank=True)
    library_code = models.CharField(max_length=60, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approver"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="goals_to_approve",
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision_note = models.TextField(_("remark of the approver"), blank=True)
    closing_note = models.TextField(_("how it ended"), blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (~Q(activity="") & ~Q(consequence="") & ~Q(effect="")),
                name="approved_goal_has_its_chain",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(approver__isnull=True)
                | Q(author__isnull=True)
                | ~Q(approver=F("author")),
                name="nobody_approves_their_own_goal",
            ),
        ]
        indexes = [models.Index(fields=["domain", "state"], name="goal_by_domain")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:goal-detail", args=[self.pk])

    @property
    def is_editable(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_followed(self) -> bool:
        """Whether new figures are expected: not before it is approved, and not after it ended."""
        return self.state == self.State.APPROVED


class Measure(models.TextChoices):
    """What the portal measures by itself, day by day; each app's tasks say how."""

    IN_TIME = "webcare.answered_in_time", _("answered in time (%, 30 days)")
    FIRST_ANSWER = "webcare.first_answer_hours", _("hours until the first answer (median, 30 days)")
    COMPLIMENTS = "webcare.compliments_share", _("compliments among what we answer (%, 30 days)")
    COMPLAINTS = "webcare.complaints", _("complaints (30 days)")
    FOLLOWERS = "monitoring.followers", _("followers of all channels")
    MENTIONS = "monitoring.mentions", _("relevant mentions (30 days)")
    HEALTHY = "monitoring.channels_healthy", _("sources without trouble (%)")
    ACKNOWLEDGED = "governance.acknowledged", _("colleagues who know the protocol (%)")
    REVIEWED = "governance.policies_reviewed", _("policies within their review date (%)")
    TRAINED = "training.trained", _("colleagues who finished the course (%)")
    TAKING_PART = "training.taking_part", _("colleagues who followed training (%, a year)")


class Indicator(Timestamped):
    """By which figure we see whether a goal is reached: from a baseline to a target."""

    goal = models.ForeignKey(
        Goal, verbose_name=_("goal"), on_delete=models.CASCADE, related_name="indicators"
    )
    name = models.CharField(_("what we measure"), max_length=200)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    baseline = models.DecimalField(
        _("where we start"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    baseline_date = models.DateField(_("measured on"), null=True, blank=True)
    target = models.DecimalField(_("where we want to be"), max_digits=12, decimal_places=2)
    target_date = models.DateField(_("by"), null=True, blank=True)
    higher_is_better = models.BooleanField(_("higher is better"), default=True)
    measure = models.CharField(
        _("measured by the portal"),
        max_length=40,
        choices=Measure,
        blank=True,
        help_text=_("Empty: somebody fills in the figure."),
    )
    every_days = models.PositiveSmallIntegerField(
        _("a new figure every (days)"), default=31, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("governance:indicator-detail", args=[self.pk])


class Reading(models.Model):
    """A figure of an indicator on a day, with where it came from."""

    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        on_delete=models.CASCADE,
        related_name="readings",
        db_index=False,
    )
    on_date = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2)
    source = models.CharField(_("source"), max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("filled in by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(fields=["indicator", "on_date"], name="one_reading_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value} ({self.on_date})"


class Measurement(models.Model):
    """What the portal measured on a day; indicators and reports read it."""

    measure = models.CharField(_("measure"), max_length=40, choices=Measure)
    on_date = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        constraints = [
            models.UniqueConstraint(fields=["measure", "on_date"], name="one_measurement_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value} ({self.on_date})"
