from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from governance.models.policy import PolicyVersion
from governance.models.section import PolicySection
from people.models import Team


class Platform(models.TextChoices):
    """Every platform that a mention can come from; those without connector come in by import."""

    X = "x", "X"
    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    LINKEDIN = "linkedin", "LinkedIn"
    YOUTUBE = "youtube", "YouTube"
    FLICKR = "flickr", "Flickr"
    MASTODON = "mastodon", "Mastodon"
    BLUESKY = "bluesky", "Bluesky"
    THREADS = "threads", "Threads"
    TIKTOK = "tiktok", "TikTok"
    RSS = "rss", _("News and blogs")


class Priority(models.IntegerChoices):
    """How soon someone must look; higher is sooner."""

    LOW = 1, _("low")
    NORMAL = 2, _("normal")
    HIGH = 3, _("high")
    URGENT = 4, _("urgent")


class Clock(models.TextChoices):
    """Which hours count towards a response target."""

    OFFICE = "office", _("office hours")
    WATCH = "watch", _("day and night")


class Sentiment(models.TextChoices):
    """A hint about the tone, never a decision."""

    NEGATIVE = "negative", _("negative")
    NEUTRAL = "neutral", _("neutral")
    POSITIVE = "positive", _("positive")


class Threat(models.TextChoices):
    """Whether someone may be in danger."""

    NONE = "none", _("no threat")
    POSSIBLE = "possible", _("possibly a threat")
    LIKELY = "likely", _("likely a threat")


def _list(label: StrOrPromise) -> ArrayField[list[str], list[str]]:
    return ArrayField(
        models.CharField(max_length=120),
        verbose_name=label,
        default=list,
        blank=True,
    )


class RoutingRule(models.Model):
    """One line of the routing table: when all filled-in conditions hold, this is where it goes.

    Rules are tried in order of `position`; the first that fits decides. An empty condition always
    holds. `team` empty means: no answer needed, no ticket is made.
    """

    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        on_delete=models.CASCADE,
        related_name="rules",
        db_index=False,
    )
    section = models.ForeignKey(
        PolicySection,
        verbose_name=_("clause that says so"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="rules",
    )
    position = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=120)

    words = models.TextField(
        _("words"),
        blank=True,
        help_text=_('For instance: rooster OR "bank account" OR {opleidingen}'),
    )
    terms = _list(_("search terms"))
    platforms = _list(_("platforms"))
    authors = _list(_("authors"))
    languages = _list(_("languages"))
    sentiments = _list(_("tone"))
    threats = _list(_("threat"))

    team = models.ForeignKey(
        Team,
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: no answer needed."),
    )
    category = models.CharField(_("category"), max_length=60)
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Priority, default=Priority.NORMAL
    )
    target_minutes = models.PositiveIntegerField(
        _("answer within (minutes)"), default=24 * 60, validators=[MinValueValidator(1)]
    )
    clock = models.CharField(
        _("hours that count"), max_length=6, choices=Clock, default=Clock.OFFICE
    )
    needs_approval = models.BooleanField(_("answer needs approval"), default=False)

    class Meta:
        verbose_name = _("routing rule")
        verbose_name_plural = _("routing rules")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"],
                name="one_rule_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.name
