from __future__ import annotations

import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.models.enrolment import Enrolment


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self, at: datetime) -> Self:
        return self.filter(next_attempt_at__lte=at).order_by("next_attempt_at", "pk")


class Letter(models.Model):
    """A mail that has to go out about training: this row is the outbox, so that none is lost.

    `key` says what it is about ("reminder:session 12:enrolment 40"): the same thing is never told
    twice. `next_attempt_at` is empty once it was sent or given up; the text is made at sending.
    """

    class Kind(models.TextChoices):
        ENROLLED = "enrolled", _("you have a place")
        WAITING = "waiting", _("you are on the waiting list")
        REQUESTED = "requested", _("your manager decides")
        TO_APPROVE = "to_approve", _("somebody asks to take part")
        REFUSED = "refused", _("not approved")
        OFFERED = "offered", _("a place is free for you")
        EXPIRED = "expired", _("the offer passed")
        LEFT = "left", _("you left the list")
        CHANGED = "changed", _("a session was moved")
        CANCELLED = "cancelled", _("it was cancelled")
        REMINDER = "reminder", _("it starts soon")
        EVALUATE = "evaluate", _("how was it?")
        CERTIFICATE = "certificate", _("your certificate")
        EXPIRING = "expiring", _("your certificate expires")

    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("to"),
        on_delete=models.CASCADE,
        related_name="training_letters",
    )
    enrolment = models.ForeignKey(
        Enrolment,
        verbose_name=_("enrolment"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    key = models.CharField(max_length=120, unique=True, editable=False)
    detail = models.JSONField(default=dict, blank=True, editable=False)
    made_at = models.DateTimeField(_("made"))
    next_attempt_at = models.DateTimeField(_("not before"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes = [
            models.Index(
                fields=["next_attempt_at", "id"],
                condition=Q(next_attempt_at__isnull=False),
                name="letter_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


def new_feed_key() -> str:
    """The secret part of a calendar's address."""
    return secrets.token_urlsafe(24)


class CalendarFeed(models.Model):
    """The secret address under which a person's own calendar program reads their sessions."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="calendar_feed",
    )
    key = models.CharField(max_length=40, unique=True, default=new_feed_key, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return str(self.user)
