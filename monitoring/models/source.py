from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.routing import Platform
from monitoring.models.channel import Channel

_LATE: Final = timedelta(minutes=5)


class SourceQuerySet(models.QuerySet["Source"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def due(self, *, at: datetime) -> Self:
        """To be polled now: active, its time has come, and nobody holds its lease.

        Whatever is wrong with it: a source that needs a person is asked too, only seldom.
        """
        is_free = Q(leased_until__isnull=True) | Q(leased_until__lt=at)
        return self.active().filter(is_free, next_poll_at__lte=at)


class Source(Timestamped):
    """Something that is polled: mentions of one of our accounts, a search, a feed.

    `cursor` is the connector's own bookmark and moves only together with the rows it brought in.
    The first complete run marks what it finds as history (`history_done_at`): no tickets from it.
    """

    class Kind(models.TextChoices):
        MENTIONS = "mentions", _("mentions of our account")
        COMMENTS = "comments", _("comments on our posts")
        SEARCH = "search", _("search")
        FEED = "feed", _("feed")

    class Health(models.TextChoices):
        NEW = "new", _("not polled yet")
        OK = "ok", _("working")
        WAITING = "waiting", _("waiting for the platform")
        FAILING = "failing", _("failing")
        RECONNECT = "reconnect", _("connect again")
        STOPPED = "stopped", _("stopped by the platform")
        SILENT = "silent", _("silent for too long")

    class Fault(models.TextChoices):
        """Why the last poll failed, as a sentence that anyone can act upon."""

        WAIT = "wait", _("The platform asks us to wait.")
        UNREACHABLE = "unreachable", _("The platform cannot be reached or does not answer well.")
        KEYS = "keys", _("The platform does not accept our keys any more. Connect again.")
        BUDGET = "budget", _("The paid allowance on the platform is used up.")
        GONE = "gone", _("What we look at does not exist any more.")
        REFUSED = "refused", _("The platform refuses this question.")
        UNREADABLE = "unreadable", _("What the platform gives cannot be understood any more.")
        UNEXPECTED = "unexpected", _("Something went wrong on our side. We try again.")

    platform = models.CharField(_("platform"), max_length=12, choices=Platform)
    kind = models.CharField(_("what it brings in"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    channel = models.ForeignKey(
        Channel,
        verbose_name=_("channel"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sources",
    )
    address = models.CharField(_("address"), max_length=1000, blank=True)
    query = models.CharField(_("search on the platform"), max_length=512, blank=True)
    purpose = models.CharField(_("why we listen here"), max_length=300, blank=True)
    is_active = models.BooleanField(_("polled"), default=True)
    interval_seconds = models.PositiveIntegerField(_("poll every (seconds)"), default=300)
    silent_after_hours = models.PositiveIntegerField(
        _("warn when nothing came in for (hours)"), default=72
    )

    cursor = models.JSONField(_("bookmark"), default=dict, blank=True, editable=False)
    next_poll_at = models.DateTimeField(_("next poll"), db_index=True)
    leased_until = models.DateTimeField(_("held until"), null=True, blank=True, editable=False)
    history_done_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_success_at = models.DateTimeField(_("last success"), null=True, blank=True, editable=False)
    last_item_at = models.DateTimeField(_("last item"), null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    health = models.CharField(
        _("health"), max_length=10, choices=Health, default=Health.NEW, editable=False
    )
    fault = models.CharField(
        _("what is wrong"), max_length=12, choices=Fault, blank=True, editable=False
    )
    last_error = models.TextField(_("last error"), blank=True, editable=False)
    last_error_at = models.DateTimeField(null=True, blank=True, editable=False)
    unparsed_count = models.PositiveIntegerField(_("not understood"), default=0, editable=False)
    rate_remaining = models.PositiveIntegerField(null=True, blank=True, editable=False)
    rate_reset_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [
            models.Index(fields=["next_poll_at"], condition=Q(is_active=True), name="source_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(interval_seconds__gte=5), name="source_polls_at_most_every_5_s"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitoring:source-detail", args=[self.pk])

    @property
    def is_troubled(self) -> bool:
        """Whether a person should look at it."""
        return self.is_active and self.health not in {
            self.Health.NEW,
            self.Health.OK,
            self.Health.WAITING,
        }

    def is_late(self, *, at: datetime) -> bool:
        """Whether it should have been polled long ago: then no worker is at work."""
        overdue = at - max(timedelta(seconds=3 * self.interval_seconds), _LATE)
        return self.is_active and self.next_poll_at < overdue

    @property
    def is_about_us(self) -> bool:
        """Whether all that it brings is addressed to us, matched by a term or not."""
        return self.kind in {self.Kind.MENTIONS, self.Kind.COMMENTS}


class UnparsedItem(models.Model):
    """An item of a platform that we could not understand: kept as it came, to parse again later."""

    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.CASCADE,
        related_name="unparsed",
        db_index=False,
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    raw = models.JSONField(_("as the platform gave it"))
    reason = models.CharField(_("why"), max_length=500)
    seen_at = models.DateTimeField(_("seen"))

    class Meta:
        verbose_name = _("item not understood")
        verbose_name_plural = _("items not understood")
        constraints = [
            models.UniqueConstraint(fields=["source", "fingerprint"], name="unparsed_once"),
        ]

    def __str__(self) -> str:
        return self.reason


class Gap(models.Model):
    """A period in which a source could not reach everything: shown, not hidden."""

    source = models.ForeignKey(
        Source, verbose_name=_("source"), on_delete=models.CASCADE, related_name="gaps"
    )
    from_at = models.DateTimeField(_("from"), null=True, blank=True)
    to_at = models.DateTimeField(_("until"))
    reason = models.CharField(_("why"), max_length=500)

    class Meta:
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")

    def __str__(self) -> str:
        return self.reason
