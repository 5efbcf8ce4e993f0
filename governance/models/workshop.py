from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.domains import Domain
from governance.models.goal import Goal


class Workshop(Timestamped):
    """A live session after the Visieversneller: five steps from a scene to a top five of goals.

    Everything that is on the screens stands here, so that a lost connection or a new server changes
    nothing. `revision` goes up with every change that a screen should show.
    """

    class Step(models.TextChoices):
        LOBBY = "lobby", _("coming in")
        SCENE = "scene", _("set the scene")
        VOTE = "vote", _("silent vote")
        DISCUSS = "discuss", _("discussion")
        PROPOSE = "propose", _("proposing goals")
        PRIORITISE = "prioritise", _("prioritising")
        TOP_FIVE = "top_five", _("top five")
        CLOSED = "closed", _("closed")

    title = models.CharField(_("title"), max_length=150)
    domain = models.CharField(_("domain"), max_length=14, choices=Domain)
    code = models.CharField(_("code to come in"), max_length=8, unique=True, editable=False)
    scene = models.TextField(_("scene"), blank=True)
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("facilitator"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="workshops",
    )
    step = models.CharField(_("step"), max_length=10, choices=Step, default=Step.LOBBY)
    statement_on_screen = models.ForeignKey(
        "governance.Statement",
        verbose_name=_("statement on the screen"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    dots = models.PositiveSmallIntegerField(
        _("choices per person"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:workshop-detail", args=[self.pk])


class Statement(models.Model):
    """Something to agree or disagree with; what was said about it is kept with it."""

    workshop = models.ForeignKey(
        Workshop,
        verbose_name=_("workshop"),
        on_delete=models.CASCADE,
        related_name="statements",
        db_index=False,
    )
    position = models.PositiveSmallIntegerField(_("order"))
    text = models.CharField(_("statement"), max_length=300)
    code = models.CharField(max_length=40, blank=True, editable=False)
    notes = models.TextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="one_statement_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Participant(models.Model):
    """A phone in the room; only a digest of its key is kept, until the workshop closes.

    No name is needed, and what is empty afterwards points at nobody.
    """

    workshop = models.ForeignKey(
        Workshop, verbose_name=_("workshop"), on_delete=models.CASCADE, related_name="participants"
    )
    key_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self) -> str:
        return str(self.pk)


class StatementVote(models.Model):
    """How far a participant agrees with a statement: 1 (not at all) to 5 (fully)."""

    statement = models.ForeignKey(
        Statement, verbose_name=_("statement"), on_delete=models.CASCADE, related_name="votes"
    )
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        on_delete=models.CASCADE,
        related_name="votes",
        db_index=False,
    )
    value = models.PositiveSmallIntegerField(_("agrees"))

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(fields=["participant", "statement"], name="one_vote"),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=5), name="vote_from_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def standing(self) -> Self:
        """On the screens: not hidden, and not taken together with another."""
        return self.filter(is_hidden=False, merged_into=None)

    def with_dots(self) -> Self:
        """Each with `dots`: how many chose it."""
        return self.annotate(dots=Count("votes"))


class Proposal(models.Model):
    """A goal that somebody in the room proposes; the five with most support become goals.

    `rank` is its place in the top five. What was hidden or taken together takes no part any more.
    """

    workshop = models.ForeignKey(
        Workshop, verbose_name=_("workshop"), on_delete=models.CASCADE, related_name="proposals"
    )
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    text = models.CharField(_("proposal"), max_length=200)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("taken together with"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="merged",
    )
    is_hidden = models.BooleanField(_("hidden"), default=False)
    rank = models.PositiveSmallIntegerField(_("place in the top five"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    goal = models.OneToOneField(
        Goal,
        verbose_name=_("goal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposal",
    )

    dots: int  # what `with_dots` counts

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")

    def __str__(self) -> str:
        return self.text


class ProposalVote(models.Model):
    """One of the few choices that each participant has."""

    proposal = models.ForeignKey(
        Proposal, verbose_name=_("proposal"), on_delete=models.CASCADE, related_name="votes"
    )
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        on_delete=models.CASCADE,
        related_name="proposal_votes",
        db_index=False,
    )

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [
            models.UniqueConstraint(fields=["participant", "proposal"], name="one_dot"),
        ]

    def __str__(self) -> str:
        return str(self.proposal)


class WorkshopEvent(models.Model):
    """What happened in the room, in order, so that a session can be looked at again."""

    workshop = models.ForeignKey(
        Workshop,
        verbose_name=_("workshop"),
        on_delete=models.CASCADE,
        related_name="events",
        db_index=False,
    )
    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("what"), max_length=20)
    data: models.JSONField[Any, Any] = models.JSONField(_("details"), default=dict)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["workshop", "at"], name="event_by_workshop")]

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S} {self.kind}"
