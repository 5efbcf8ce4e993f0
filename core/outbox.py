"""The outbox row: something that must go out once, and the states it passes through.

queued -> sending -> sent | unconfirmed | failed. `sending` is committed before the call is made, so
a row found in `sending` after its lease ran out means: we do not know. Such a row becomes
`unconfirmed` and is looked up on the platform; it is never blindly sent again.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Longer than an answer takes: two calls of 15 s on Mastodon, one that is silent for 35 s on
# Facebook. Who is slower still and comes late, may yet write what became of the call.
LEASE = timedelta(seconds=60)


class OutboxQuerySet(models.QuerySet[Any]):
    """Claiming what is due, safely among many workers."""

    def due(self, *, at: datetime) -> Self:
        return self.filter(state=OutboxRow.State.QUEUED, next_attempt_at__lte=at)

    def abandoned(self, *, at: datetime) -> Self:
        """In `sending` with a lease that ran out: the worker died and the outcome is unknown."""
        return self.filter(state=OutboxRow.State.SENDING, leased_until__lt=at)

    def claim_due(self, *, at: datetime, limit: int = 1) -> list[Any]:
        """Move up to `limit` due rows to `sending` and commit, before any call is made."""
        with transaction.atomic():
            rows = list(
                self.due(at=at)
                .select_for_update(skip_locked=True, of=("self",))
                .order_by("next_attempt_at", "pk")[:limit]
            )
            for row in rows:
                row.state = OutboxRow.State.SENDING
                row.leased_until = at + LEASE
                row.attempts += 1
                row.save(update_fields=["state", "leased_until", "attempts"])
        return rows


class OutboxRow(models.Model):
    """Fields and states that a reply and a post share."""

    class State(models.TextChoices):
        AWAITING = "awaiting", _("awaiting approval")
        QUEUED = "queued", _("queued")
        SENDING = "sending", _("sending")
        SENT = "sent", _("sent")
        UNCONFIRMED = "unconfirmed", _("unconfirmed")
        FAILED = "failed", _("failed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("not before"), null=True, blank=True)
    leased_until = models.DateTimeField(_("held until"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    external_id = models.CharField(_("id on the platform"), max_length=255, blank=True)
    external_url = models.URLField(_("address on the platform"), max_length=1000, blank=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        abstract = True

    @classmethod
    def state_constraint(cls, name: str) -> models.CheckConstraint:
        """A sent row always has its proof; use it in the Meta of each concrete row."""
        return models.CheckConstraint(
            condition=~Q(state="sent") | Q(sent_at__isnull=False), name=name
        )

    @property
    def may_be_out(self) -> bool:
        """Whether the platform has this, or may have it."""
        return self.state in {self.State.SENDING, self.State.SENT, self.State.UNCONFIRMED}
