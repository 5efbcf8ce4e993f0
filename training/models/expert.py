from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.article import Article


class Skill(models.Model):
    """Something that colleagues can be asked about. `key` is the name as it is compared."""

    name = models.CharField(_("name"), max_length=60)
    key = models.CharField(max_length=60, unique=True, editable=False)

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")

    def __str__(self) -> str:
        return self.name


class Expert(Timestamped):
    """That somebody may be asked, by their own choice. Who withdraws it loses this row at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="expert",
    )
    about = models.TextField(_("about me"), max_length=600, blank=True)
    languages = ArrayField(
        models.CharField(max_length=2, choices=Article.Language),
        verbose_name=_("languages"),
        default=list,
    )
    skills = models.ManyToManyField(
        Skill, verbose_name=_("skills"), related_name="experts", blank=True
    )
    most_open = models.PositiveSmallIntegerField(
        _("open questions at most"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    consented_at = models.DateTimeField(_("consented"))

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    def __str__(self) -> str:
        return str(self.user)


class QuestionQuerySet(models.QuerySet["Question"]):
    def open(self) -> Self:
        return self.filter(state=Question.State.OPEN)

    def overdue(self, day: date) -> Self:
        """Questions that an expert left lying; the next one gets them."""
        return self.open().filter(expert__isnull=False, due_on__lt=day)


class Question(Timestamped):
    """A question of one colleague to another. Without an expert an open one is the organisers'."""

    class State(models.TextChoices):
        OPEN = "open", _("waits for an answer")
        ANSWERED = "answered", _("answered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    title = models.CharField(_("your question in one sentence"), max_length=150)
    text = models.TextField(_("more about it"), blank=True, max_length=4000)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.CASCADE,
        related_name="questions",
    )
    language = models.CharField(
        _("language"), max_length=2, choices=Article.Language, default=Article.Language.DUTCH
    )
    skills = models.ManyToManyField(
        Skill, verbose_name=_("about"), related_name="questions", blank=True
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    expert = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("expert"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="questions_to_answer",
    )
    due_on = models.DateField(_("answer before"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True, max_length=8000)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    read_at = models.DateTimeField(_("answer read"), null=True, blank=True)
    thanked_at = models.DateTimeField(_("thanked"), null=True, blank=True)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="questions",
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False),
                name="an_answer_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="question_newest"),
            models.Index(fields=["due_on"], condition=Q(state="open"), name="question_due"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:question-detail", kwargs={"pk": self.pk})


class QuestionTurn(models.Model):
    """That a question lay with this expert, and how that ended; nobody is asked twice."""

    class Ending(models.TextChoices):
        ANSWERED = "answered", _("answered")
        PASSED = "passed", _("passed on")
        LATE = "late", _("did not come to it")
        LEFT = "left", _("is no expert any more")

    question = models.ForeignKey(
        Question,
        verbose_name=_("question"),
        on_delete=models.CASCADE,
        related_name="turns",
        db_index=False,
    )
    expert = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("expert"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    at = models.DateTimeField(_("at"))
    ending = models.CharField(_("how it ended"), max_length=8, choices=Ending, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")
        constraints = [
            models.UniqueConstraint(fields=["question", "expert"], name="one_turn_per_expert"),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.expert}"
