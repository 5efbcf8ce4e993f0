from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from core.outbox import OutboxQuerySet, OutboxRow
from monitoring.models import Channel, Mention
from webcare.models.ticket import Ticket


class Reply(OutboxRow, Timestamped):
    """An answer to one mention, in the outbox until the platform has it.

    `form_key` comes with the form: the same form posted twice is one reply. At most one reply to a
    mention may be on its way at a time.
    """

    ticket = models.ForeignKey(
        Ticket, verbose_name=_("ticket"), on_delete=models.CASCADE, related_name="replies"
    )
    mention = models.ForeignKey(
        Mention, verbose_name=_("mention"), on_delete=models.PROTECT, related_name="replies"
    )
    channel = models.ForeignKey(
        Channel,
        verbose_name=_("channel"),
        null=True,
        on_delete=models.PROTECT,
        related_name="replies",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="replies",
    )
    text = models.TextField(_("answer"))
    form_key = models.UUIDField(unique=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    refusal = models.CharField(_("why refused"), max_length=300, blank=True)
    # While unconfirmed: since when, and how often the platform was searched in vain.
    unconfirmed_at = models.DateTimeField(_("unconfirmed since"), null=True, blank=True)
    looks = models.PositiveSmallIntegerField(_("times looked for"), default=0)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        constraints = [
            OutboxRow.state_constraint("sent_replies_have_a_time"),
            models.UniqueConstraint(
                fields=["mention"],
                condition=Q(state__in=["awaiting", "queued", "sending", "unconfirmed"]),
                name="one_reply_under_way_per_mention",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "next_attempt_at"],
                condition=Q(state__in=["queued", "sending", "unconfirmed"]),
                name="reply_under_way",
            ),
            models.Index(
                fields=["external_id"], condition=~Q(external_id=""), name="reply_external_id"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def reload(self) -> None:
        """As the database has it now; `ticket` stays the object that somebody holds and changes."""
        ticket = self.ticket
        self.refresh_from_db()
        self.ticket = ticket
