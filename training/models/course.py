from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class Level(models.TextChoices):
    """How far somebody is (publication, chapter 7: training split by level)."""

    STARTER = "starter", _("starter")
    USER = "user", _("user")
    MAKER = "maker", _("maker")
    TRAINER = "trainer", _("trainer")


class Track(models.TextChoices):
    """For whom it is (publication, chapter 7: education or support)."""

    EDUCATION = "education", _("education")
    SUPPORT = "support", _("support staff")
    EVERYBODY = "everybody", _("everybody")
    STUDENTS = "students", _("students")
    PARENTS = "parents", _("parents")


class CourseQuerySet(models.QuerySet["Course"]):
    def published(self) -> Self:
        return self.filter(is_published=True)

    def for_mandate(self) -> Self:
        """The courses of which one is "the course" that a policy in force may ask for."""
        return self.filter(counts_for_mandate=True)


class Course(Timestamped):
    """Something that can be learned here, again and again; when, its offerings say."""

    class Form(models.TextChoices):
        COURSE = "course", _("course")
        FOLLOW_UP = "follow_up", _("follow-up course")
        TRAIN_TRAINER = "train_trainer", _("train the trainer")
        KNOWLEDGE_SESSION = "knowledge", _("knowledge session")
        LESSON_SERIES = "lessons", _("lesson series for students")
        PARENTS_EVENING = "parents", _("parents' evening")

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("name in the address"), unique=True, max_length=80)
    form = models.CharField(_("form"), max_length=13, choices=Form, default=Form.COURSE)
    level = models.CharField(_("level"), max_length=7, choices=Level, default=Level.STARTER)
    track = models.CharField(_("for"), max_length=9, choices=Track, default=Track.EVERYBODY)
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    description = models.TextField(_("what happens"), blank=True)
    learning_goals = models.TextField(_("what you can do afterwards"), blank=True)
    minutes = models.PositiveIntegerField(
        _("minutes in all"), default=120, validators=[MinValueValidator(5)]
    )
    capacity = models.PositiveIntegerField(
        _("number of places"), default=12, validators=[MinValueValidator(1)]
    )
    prerequisites = models.ManyToManyField(
        "self",
        verbose_name=_("finished before"),
        symmetrical=False,
        blank=True,
        related_name="opens",
    )
    needs_approval = models.BooleanField(_("a manager approves who comes"), default=False)
    counts_for_mandate = models.BooleanField(
        _("counts for the mandate to post"),
        default=False,
        help_text=_("Finishing it is “the course” that a clause in force may ask for."),
    )
    gives_certificate = models.BooleanField(_("gives a certificate"), default=True)
    valid_months = models.PositiveSmallIntegerField(
        _("certificate valid for (months)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: for ever."),
    )
    may_miss = models.PositiveSmallIntegerField(_("sessions one may miss"), default=0)
    needs_assignment = models.BooleanField(_("with an assignment"), default=False)
    assignment = models.TextField(_("assignment"), blank=True)
    is_published = models.BooleanField(_("in the catalogue"), default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="owned_courses",
    )

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        indexes = [
            models.Index(fields=["level", "title", "id"], name="course_in_catalogue"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(needs_assignment=True) | ~Q(assignment=""),
                name="assignment_says_what",
                violation_error_message=_("Say what the assignment is."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:course-detail", kwargs={"slug": self.slug})

    @property
    def is_for_staff(self) -> bool:
        """Whether people with an account enrol; students and parents are counted as guests."""
        return self.track not in {Track.STUDENTS, Track.PARENTS}


class Lesson(models.Model):
    """One part of a course, with what is done in it: the plan that each offering follows."""

    course = models.ForeignKey(
        Course,
        verbose_name=_("course"),
        on_delete=models.CASCADE,
        related_name="lessons",
        db_index=False,
    )
    position = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=150)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    text = models.TextField(_("what is done"), blank=True)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        constraints = [
            models.UniqueConstraint(
                fields=["course", "position"],
                name="one_lesson_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.title
