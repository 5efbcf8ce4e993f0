from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models import Policy
from people.models import Unit
from training.models.course import Course
from training.models.offering import Offering

WORDS = SearchVector("text", "platform", config="dutch")


class ExperienceQuerySet(models.QuerySet["Experience"]):
    def about(self, words: str) -> Self:
        """Those in which these words stand, also in another form (Dutch stems)."""
        asked = SearchQuery(words, config="dutch", search_type="websearch")
        return self.annotate(words=WORDS).filter(words=asked)


class Experience(Timestamped):
    """What worked or did not work for somebody. Mistakes are allowed: that is how one learns.

    Without an author it came from an evaluation, which is anonymous.
    """

    class Kind(models.TextChoices):
        WORKS = "works", _("works")
        WORKS_NOT = "works_not", _("does not work")

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="experiences",
    )
    kind = models.CharField(_("what kind"), max_length=9, choices=Kind)
    text = models.TextField(_("what happened"))
    platform = models.CharField(
        _("platform or tool"), max_length=60, blank=True, help_text=_("For example Instagram.")
    )
    course = models.ForeignKey(
        Course,
        verbose_name=_("about the course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="experiences",
    )
    offering = models.ForeignKey(
        Offering,
        verbose_name=_("offering"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="experiences",
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="experiences",
    )

    objects = ExperienceQuerySet.as_manager()

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        indexes = [
            models.Index(fields=["created_at", "id"], name="experience_newest"),
            GinIndex(WORDS, name="experience_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return reverse("training:experience-detail", kwargs={"pk": self.pk})


class Recognition(models.Model):
    """That a colleague knows this experience as well."""

    experience = models.ForeignKey(
        Experience,
        verbose_name=_("experience"),
        on_delete=models.CASCADE,
        related_name="recognitions",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="recognitions",
    )

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        constraints = [
            models.UniqueConstraint(fields=["experience", "user"], name="one_recognition"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.experience}"


class Proposal(Timestamped):
    """What somebody who organises makes of experiences, and what became of it."""

    class Kind(models.TextChoices):
        FOLLOW_UP = "follow_up", _("a follow-up course")
        POLICY = "policy", _("a change of a policy")
        ARTICLE = "article", _("an article")

    class Outcome(models.TextChoices):
        TAKEN_UP = "taken_up", _("taken up")
        NOT = "not", _("not taken up")

    kind = models.CharField(_("what is proposed"), max_length=9, choices=Kind)
    title = models.CharField(_("title"), max_length=150)
    text = models.TextField(_("what and why"), blank=True)
    experiences = models.ManyToManyField(
        Experience, verbose_name=_("experiences"), related_name="proposals"
    )
    policy = models.ForeignKey(
        Policy,
        verbose_name=_("policy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="training_proposals",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposed by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="training_proposals",
    )
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    because = models.TextField(_("what came of it, or why not"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(because=""),
                name="outcome_says_why",
                violation_error_message=_("Say what came of it, or why not."),
            ),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="proposal_newest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:proposal-detail", kwargs={"pk": self.pk})


class ProposalNews(models.Model):
    """That somebody whose experience led to a proposal still has to hear its outcome."""

    proposal = models.ForeignKey(
        Proposal,
        verbose_name=_("proposal"),
        on_delete=models.CASCADE,
        related_name="news",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("for"),
        on_delete=models.CASCADE,
        related_name="proposal_news",
    )
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("news about a proposal")
        verbose_name_plural = _("news about proposals")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "user"], name="one_news"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.proposal}"
