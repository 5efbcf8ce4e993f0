from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.clock import now
from governance.models.routing import Platform, Sentiment, Threat
from monitoring.models.source import Source

_WAITS_AT_MOST: Final = timedelta(minutes=5)


class MentionQuerySet(models.QuerySet["Mention"]):
    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def before(self, published_at: datetime, pk: int) -> Self:
        """The keyset page after the row with these values."""
        return self.filter(
            Q(published_at__lt=published_at) | Q(published_at=published_at, pk__lt=pk)
        )

    def with_words(self, words: str) -> Self:
        """What holds these words, as one types them into a search engine; knows Dutch forms."""
        return self.filter(search=SearchQuery(words, config="dutch", search_type="websearch"))

    def untriaged(self) -> Self:
        """What webcare must look at now (served by the partial index).

        Where the newest is read first, an answer comes in before what it answers. Until that source
        has read back, the answer waits, or one conversation would become several. Danger does not.
        """
        return self._unseen().exclude(_waits_for_its_begin())

    def held_back(self) -> Self:
        """The answers that wait for what they answer, as long as nobody judged them."""
        return self._unseen().filter(_waits_for_its_begin(), judged_team="")

    def _unseen(self) -> Self:
        return self.filter(
            triaged_at__isnull=True, is_relevant=True, is_history=False, is_own=False
        )


def _waits_for_its_begin() -> Q:
    reads_back = Source.objects.filter(pk=OuterRef("source"), cursor__has_key="walk")
    begin = Mention.objects.filter(
        platform=OuterRef("platform"), external_id=OuterRef("conversation")
    )
    is_recent = Q(threat=Threat.NONE, seen_at__gt=now() - _WAITS_AT_MOST) & ~Q(in_reply_to="")
    return is_recent & Exists(reads_back) & ~Exists(begin)


class Mention(models.Model):
    """A public utterance as a platform gave it. The row is its own queue entry (`triaged_at`).

    `published_at` is the platform's time, `seen_at` ours; both UTC. Our own fields (triage) are
    never overwritten when the platform gives the item again. Sentiment and threat are hints.
    """

    platform = models.CharField(_("platform"), max_length=12, choices=Platform)
    external_id = models.CharField(_("id on the platform"), max_length=255)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mentions",
        db_index=False,
    )
    author_handle = models.CharField(_("account"), max_length=200, blank=True)
    author_name = models.CharField(_("author"), max_length=200, blank=True)
    author_external_id = models.CharField(_("id of the author"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    text = models.TextField(_("text"))
    url = models.CharField(_("address"), max_length=2000, blank=True)
    in_reply_to = models.CharField(_("answers"), max_length=255, blank=True)
    conversation = models.CharField(_("conversation"), max_length=255, blank=True)
    published_at = models.DateTimeField(_("published"))
    seen_at = models.DateTimeField(_("seen"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)
    raw = models.JSONField(_("as the platform gave it"), default=dict)

    lang = models.CharField(_("language"), max_length=8, blank=True)
    sentiment = models.CharField(_("tone"), max_length=8, choices=Sentiment, blank=True)
    sentiment_certainty = models.FloatField(_("certainty of the tone"), default=0)
    threat = models.CharField(_("threat"), max_length=8, choices=Threat, default=Threat.NONE)
    threat_words = ArrayField(
        models.CharField(max_length=120),
        default=list,
        blank=True,
        verbose_name=_("words of the threat"),
    )

    judged_team = models.CharField(
        _("team by the judgement"), max_length=20, blank=True, default="", db_default=""
    )
    judged_certainty = models.FloatField(
        _("certainty of the judgement"), default=0.0, db_default=0.0
    )

    is_relevant = models.BooleanField(_("relevant"), default=False)
    is_history = models.BooleanField(_("history"), default=False)
    is_own = models.BooleanField(_("our own"), default=False)
    is_repost = models.BooleanField(_("repost"), default=False)
    triaged_at = models.DateTimeField(_("routed"), null=True, blank=True)
    search = models.GeneratedField(
        expression=SearchVector("title", "text", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "external_id"], name="one_mention_per_external_id"
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="mention_newest"),
            models.Index(
                fields=["id"],
                condition=Q(
                    triaged_at__isnull=True, is_relevant=True, is_history=False, is_own=False
                ),
                name="mention_untriaged",
            ),
            models.Index(
                fields=["platform", "conversation"],
                condition=~Q(conversation=""),
                name="mention_conversation",
            ),
            models.Index(
                fields=["platform", "in_reply_to"],
                condition=~Q(in_reply_to=""),
                name="mention_answers",
            ),
            models.Index(fields=["platform", "author_handle"], name="mention_author"),
            models.Index(fields=["source", "-published_at"], name="mention_of_source"),
            GinIndex(fields=["search"], name="mention_search"),
        ]

    def __str__(self) -> str:
        return f"{self.author_handle or self.platform}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("monitoring:mention-detail", args=[self.pk])

    @property
    def author_label(self) -> str:
        """The name to show; platforms may hide the author."""
        return self.author_name or self.author_handle or str(_("unknown author"))
