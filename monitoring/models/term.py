from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from monitoring.models.mention import Mention


class SearchTermQuerySet(models.QuerySet["SearchTerm"]):
    def active(self, *, on: date) -> Self:
        return self.filter(Q(end_date__isnull=True) | Q(end_date__gte=on), is_active=True)


class SearchTerm(Timestamped):
    """What we listen for, why, and until when. `slug` is what routing rules call it."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("name in routing rules"), max_length=80, unique=True)
    query = models.TextField(_("query"), max_length=1000)
    purpose = models.CharField(_("why we listen for this"), max_length=300, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="search_terms",
    )
    end_date = models.DateField(_("until"), null=True, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    # Where the look-back over stored mentions stands: the id still to be looked at, 0 when done.
    look_back_from = models.BigIntegerField(null=True, blank=True, editable=False)
    look_back_done_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SearchTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitoring:term-detail", args=[self.pk])


class Match(models.Model):
    """That a mention fits a search term."""

    mention = models.ForeignKey(
        Mention,
        verbose_name=_("mention"),
        on_delete=models.CASCADE,
        related_name="matches",
        db_index=False,
    )
    term = models.ForeignKey(
        SearchTerm,
        verbose_name=_("search term"),
        on_delete=models.CASCADE,
        related_name="matches",
        db_index=False,
    )

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        constraints = [
            models.UniqueConstraint(fields=["mention", "term"], name="one_match_per_term"),
        ]
        indexes = [models.Index(fields=["term", "-mention"], name="match_newest")]

    def __str__(self) -> str:
        return f"{self.term_id}: {self.mention_id}"
