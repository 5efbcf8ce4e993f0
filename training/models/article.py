from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import markdown
from core.models import Timestamped
from governance.models import Policy


def _vector(config: str) -> Any:
    """Words of the title weigh most, then those of the short answer, then the rest."""
    return (
        SearchVector("title", weight="A", config=config)
        + SearchVector("summary", weight="B", config=config)
        + SearchVector("plain", weight="C", config=config)
    )


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        return self.filter(state=Article.State.PUBLISHED)

    def public(self) -> Self:
        """What may be read without signing in."""
        return self.published().filter(audience=Article.Audience.PUBLIC)

    def stale(self, day: date) -> Self:
        """Published articles that somebody should have looked at again by this day."""
        return self.published().filter(review_date__lte=day)


class Article(Timestamped):
    """Something that colleagues, students or parents want to know, with an answer that is kept up.

    `number` is the newest revision. `plain` is the body without marks, for searching; the database
    keeps `search` itself. `code` names the text of the starter set, and is the same in each
    language. The counters say how often it helped; nobody can tell whom.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        FAQ = "faq", _("question and answer")

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        STAFF = "staff", _("staff only")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", pgettext_lazy("article", "published")
        RETIRED = "retired", pgettext_lazy("article", "retired")

    class Language(models.TextChoices):
        DUTCH = "nl", _("Dutch")
        ENGLISH = "en", _("English")

    class Theme(models.TextChoices):
        ANSWERING = "answering", _("answering people")
        POSTING = "posting", _("making posts")
        ACCOUNTS = "accounts", _("accounts")
        PRIVACY = "privacy", _("privacy and consent")
        NEARNESS = "nearness", _("nearness and distance")
        SAFETY = "safety", _("safety and crisis")
        LEARNING = "learning", _("in the lesson")
        DEVICES = "devices", _("devices")
        OTHER = "other", _("something else")

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("name in the address"), unique=True, max_length=80)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.FAQ)
    summary = models.CharField(
        _("short answer"),
        max_length=400,
        help_text=_("In two sentences. An agent can put these words in a reply as they are."),
    )
    body = models.TextField(_("text"), blank=True, help_text=_("Markdown: ## heading, - list."))
    plain = models.TextField(editable=False, blank=True)
    audience = models.CharField(_("for"), max_length=6, choices=Audience, default=Audience.STAFF)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.DUTCH
    )
    theme = models.CharField(_("theme"), max_length=9, choices=Theme, default=Theme.OTHER)
    policy_kind = models.CharField(
        _("belongs to the policy"), max_length=12, choices=Policy.Kind, blank=True
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    credit = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("with thanks to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_date = models.DateField(_("look again on"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    number = models.PositiveIntegerField(_("version"), default=0, editable=False)
    code = models.CharField(max_length=40, blank=True, editable=False)
    uses = models.PositiveIntegerField(_("used in answers"), default=0, editable=False)
    useful = models.PositiveIntegerField(_("useful"), default=0, editable=False)
    not_useful = models.PositiveIntegerField(_("not useful"), default=0, editable=False)
    search = models.GeneratedField(
        expression=Case(
            When(language="en", then=_vector("english")),
            default=_vector("dutch"),
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "language"],
                condition=~Q(code=""),
                name="one_article_per_starter_text",
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="article_search"),
            models.Index(fields=["-updated_at", "-id"], name="article_newest"),
            models.Index(fields=["-uses", "-id"], name="article_most_used"),
            models.Index(
                fields=["review_date"], condition=Q(state="published"), name="article_review"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.plain = markdown.plain(self.body)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("training:article-detail", kwargs={"slug": self.slug})

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLISHED and self.audience == self.Audience.PUBLIC

    def is_stale(self, day: date) -> bool:
        is_due = self.review_date is not None and self.review_date <= day
        return is_due and self.state == self.State.PUBLISHED


class ArticleRevision(models.Model):
    """The words of an article as somebody left them."""

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="revisions",
        db_index=False,
    )
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=150)
    summary = models.CharField(_("short answer"), max_length=400)
    body = models.TextField(_("text"), blank=True)
    note = models.CharField(_("what changed"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("version of an article")
        verbose_name_plural = _("versions of articles")
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_revision_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class ArticleUse(models.Model):
    """That an answer to somebody held this article. `key` names the conversation: once is once."""

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="times_used",
        db_index=False,
    )
    key = models.CharField(max_length=60, editable=False)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("use of an article")
        verbose_name_plural = _("uses of articles")
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="one_use_per_conversation"),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.at:%Y-%m-%d}"
