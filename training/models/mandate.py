from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models import ChannelChoice


class MandateState(models.Model):
    """What was last noticed of a person's mandate to post: only to see that it came or went.

    Whether somebody holds it now is computed (`training.domain.mandates`), never read from here.
    `why` and `params` tell in the reader's language what made it go. No row: never had it.
    """

    class Why(models.TextChoices):
        REVISED = "revised", _("the protocol was changed")
        NOT_CONFIRMED = "not_confirmed", _("the protocol is not confirmed")
        EXPIRED = "expired", _("the certificate expired")
        WITHDRAWN = "withdrawn", _("the certificate was withdrawn")
        COURSE = "course", _("the course is not done")
        POSTS = "posts", _("too few approved messages")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="mandate_state",
    )
    is_held = models.BooleanField(_("has the mandate"))
    since = models.DateTimeField(_("since"))
    why = models.CharField(_("why it went"), max_length=13, choices=Why, blank=True)
    params = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("mandate to post")
        verbose_name_plural = _("mandates to post")

    def __str__(self) -> str:
        return str(self.user)


class ChannelMandateQuerySet(models.QuerySet["ChannelMandate"]):
    def current(self) -> Self:
        return self.filter(ended_at__isnull=True)


class ChannelMandate(models.Model):
    """That a person may post on a channel, by the word of its owner or of who governs.

    Without approval only while the person holds the mandate. Ended ones stay, to look back.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="channel_mandates",
    )
    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("channel"),
        on_delete=models.CASCADE,
        related_name="channel_mandates",
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("since"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = ChannelMandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("right to post on a channel")
        verbose_name_plural = _("rights to post on channels")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "choice"],
                condition=Q(ended_at__isnull=True),
                name="one_current_channel_mandate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.choice}"
