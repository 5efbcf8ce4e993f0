from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models import PolicyVersion
from governance.models.routing import Priority, Threat
from monitoring.models import Mention, Platform
from people.models import Role, Team, User

PRESS_TEAM = "press"
"""The code of the team whose tickets the spokesperson sees too."""


class TicketQuerySet(models.QuerySet["Ticket"]):
    def unresolved(self) -> Self:
        """Everything that still asks for work, now or when it wakes up."""
        return self.exclude(state=Ticket.State.CLOSED)

    def in_teams(self, team_ids: Iterable[int]) -> Self:
        return self.filter(team__in=team_ids)

    def visible_to(self, user: User) -> Self:
        """What `user` may see: the queues of their teams, or more by their role."""
        if user.has_role(Role.MANAGER, Role.ADMINISTRATOR):
            return self
        visible = Q(team__in=user.team_ids) | Q(team__leader=user)
        if user.has_role(Role.SPOKESPERSON):
            visible |= Q(team__code=PRESS_TEAM) | ~Q(threat=Threat.NONE) | Q(needs_approval=True)
        return self.filter(visible)

    def most_urgent_first(self) -> Self:
        return self.order_by("-priority", "due_at", "pk")

    def with_first_message(self) -> Self:
        """Each with `first_text`: what the conversation began with, title and all."""
        first = Mention.objects.filter(ticket_message__ticket=OuterRef("pk"))
        told = Concat("title", Value("\n"), "text", output_field=models.TextField())
        in_order = first.order_by("published_at", "pk").values(told=told)
        return self.annotate(first_text=Subquery(in_order[:1]))

    def overdue(self, *, at: datetime) -> Self:
        return self.filter(first_answered_at__isnull=True, due_at__lt=at).unresolved()


class Ticket(Timestamped):
    """A conversation that asks for an answer, in the queue of one team, answered once.

    `pk` is the number that people quote. `revision` counts everything that was added and is
    visible: a reply written against an older revision is stopped. `policy_version` and `reasons`
    tell for ever by which rules it came here.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        WAITING = "waiting", _("waiting for an answer")
        CLOSED = "closed", _("closed")

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("answered")
        NO_ANSWER = "no_answer", _("no answer needed")
        OFFLINE = "offline", _("settled in person")
        SPAM = "spam", _("spam")

    team = models.ForeignKey(
        Team,
        verbose_name=_("queue"),
        on_delete=models.PROTECT,
        related_name="tickets",
        db_index=False,
    )
    platform = models.CharField(_("platform"), max_length=12, choices=Platform)
    conversation = models.CharField(_("conversation"), max_length=255, blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    author_handle = models.CharField(_("account"), max_length=200, blank=True)
    author_name = models.CharField(_("author"), max_length=200, blank=True)
    category = models.CharField(_("category"), max_length=60, blank=True)
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Priority, default=Priority.NORMAL
    )
    threat = models.CharField(_("threat"), max_length=8, choices=Threat, default=Threat.NONE)
    is_unsure = models.BooleanField(_("unsure"), default=False)
    needs_approval = models.BooleanField(_("answer needs approval"), default=False)

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tickets",
    )
    claimed_at = models.DateTimeField(_("taken"), null=True, blank=True)
    claim_expires_at = models.DateTimeField(_("taken until"), null=True, blank=True)

    opened_at = models.DateTimeField(_("opened"))
    due_at = models.DateTimeField(_("answer before"))
    first_answered_at = models.DateTimeField(_("first answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last change"))
    revision = models.PositiveIntegerField(_("revision"), default=1)

    policy_version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("policy version"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tickets",
    )
    rule_name = models.CharField(_("rule"), max_length=120, blank=True)
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    previous = models.ForeignKey(
        "self",
        verbose_name=_("follows"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="following",
    )

    objects = TicketQuerySet.as_manager()

    class Meta:
        verbose_name = _("ticket")
        verbose_name_plural = _("tickets")
        indexes = [
            models.Index(
                fields=["team", "-priority", "due_at", "id"],
                condition=~Q(state="closed"),
                name="ticket_queue",
            ),
            models.Index(
                fields=["owner", "-priority", "due_at", "id"],
                condition=~Q(state="closed"),
                name="ticket_mine",
            ),
            models.Index(fields=["team", "-closed_at", "-id"], name="ticket_closed"),
            models.Index(
                fields=["-closed_at", "-id"],
                condition=Q(state="closed"),
                name="ticket_closed_anywhere",
            ),
            models.Index(fields=["platform", "conversation"], name="ticket_conversation"),
            models.Index(fields=["platform", "author_handle"], name="ticket_author"),
            models.Index(
                fields=["claim_expires_at"],
                condition=Q(claim_expires_at__isnull=False),
                name="ticket_claim_expiry",
            ),
            models.Index(fields=["team", "-changed_at"], name="ticket_pulse"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False)
                | (~Q(state="closed") & Q(closed_at__isnull=True)),
                name="closed_tickets_have_a_time",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(claimed_at__isnull=False),
                name="taken_tickets_have_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("webcare:ticket-detail", args=[self.pk])

    @property
    def is_threat(self) -> bool:
        return self.threat != Threat.NONE

    def is_overdue(self, at: datetime) -> bool:
        return (
            self.first_answered_at is None and self.state != self.State.CLOSED and at > self.due_at
        )


class TicketMessage(models.Model):
    """That a mention belongs to a ticket; a mention belongs to one ticket at most."""

    ticket = models.ForeignKey(
        Ticket, verbose_name=_("ticket"), on_delete=models.CASCADE, related_name="messages"
    )
    mention = models.OneToOneField(
        Mention, verbose_name=_("mention"), on_delete=models.PROTECT, related_name="ticket_message"
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return f"#{self.ticket_id}: {self.mention_id}"


class Note(models.Model):
    """A word among colleagues: it can never go out."""

    ticket = models.ForeignKey(
        Ticket, verbose_name=_("ticket"), on_delete=models.CASCADE, related_name="notes"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("note"), max_length=4000)
    created_at = models.DateTimeField(_("written"))

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return self.text[:60]


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def teaching(self) -> Self:
        """Those that the next training learns from."""
        kinds = (Correction.Kind.TEAM, Correction.Kind.THREAT, Correction.Kind.SENTIMENT)
        return self.filter(kind__in=kinds)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class Correction(models.Model):
    """What a person put right in the router's judgement: kept as a learning example.

    The same team before and after says that the router was right, though it was not sure.
    """

    class Kind(models.TextChoices):
        TEAM = "team", _("queue")
        CATEGORY = "category", _("category")
        PRIORITY = "priority", _("priority")
        SENTIMENT = "sentiment", _("tone")
        THREAT = "threat", _("threat")

    ticket = models.ForeignKey(
        Ticket, verbose_name=_("ticket"), on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    before = models.CharField(_("was"), max_length=80, blank=True)
    after = models.CharField(_("became"), max_length=80, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"))

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [models.Index(fields=["kind", "-at"], name="correction_newest")]

    def __str__(self) -> str:
        return f"#{self.ticket_id} {self.kind}: {self.before} → {self.after}"
