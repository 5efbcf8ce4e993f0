from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.encryption import EncryptedJSONField
from core.models import Timestamped
from governance.models import ChannelChoice
from governance.models.routing import Platform
from people.models import Unit


class Channel(Timestamped):
    """One of our own accounts on a platform, with the keys to read it and to answer from it.

    `external_id` is the platform's id of the account (X user id, Facebook page id, Mastodon id).
    `base_url` is the server where the platform has many (Mastodon). `measured_at` is when we last
    asked for its figures, whether they came or not.
    """

    platform = models.CharField(_("platform"), max_length=12, choices=Platform)
    name = models.CharField(_("name"), max_length=120)
    handle = models.CharField(_("account name"), max_length=120)
    external_id = models.CharField(_("account id"), max_length=120, blank=True)
    base_url = models.URLField(_("server"), blank=True)
    page_url = models.URLField(_("address of the page"), blank=True)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="channels",
    )
    choice = models.ForeignKey(
        ChannelChoice,
        verbose_name=_("why we are here"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="channels",
    )
    owners = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owners"),
        related_name="owned_channels",
        blank=True,
    )
    credentials = EncryptedJSONField(_("keys"), default=dict, blank=True, editable=False)
    is_active = models.BooleanField(_("in use"), default=True)
    measured_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "base_url", "handle"], name="one_channel_per_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_platform_display()} – {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("monitoring:channel-detail", args=[self.pk])
