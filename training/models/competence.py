from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from people.models import Role
from training.models.course import Course, Level


class Competence(Timestamped):
    """Something that people of the college can do with social media, and who needs it.

    `code` names the text that it came from (`training.content.competences`), or one of our own.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    text = models.CharField(_("what you can do"), max_length=300)
    level = models.CharField(_("level"), max_length=7, choices=Level, default=Level.STARTER)
    roles = ArrayField(
        models.CharField(max_length=20, choices=Role),
        verbose_name=_("needed by"),
        default=list,
        blank=True,
    )
    shown_by_mandate = models.BooleanField(
        _("shown by the mandate to post"),
        default=False,
        help_text=_("Who holds the mandate has shown this."),
    )
    courses = models.ManyToManyField(
        Course,
        verbose_name=_("courses that show it"),
        through="training.CourseCompetence",
        related_name="competences",
        blank=True,
    )

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")

    def __str__(self) -> str:
        return self.name


class CourseCompetence(models.Model):
    """That who finished a course has shown a competence, as long as the certificate is valid."""

    competence = models.ForeignKey(
        Competence,
        verbose_name=_("competence"),
        on_delete=models.CASCADE,
        related_name="course_links",
        db_index=False,
    )
    course = models.ForeignKey(
        Course, verbose_name=_("course"), on_delete=models.CASCADE, related_name="competence_links"
    )

    class Meta:
        verbose_name = _("course for a competence")
        verbose_name_plural = _("courses for competences")
        constraints = [
            models.UniqueConstraint(fields=["competence", "course"], name="one_course_competence"),
        ]

    def __str__(self) -> str:
        return f"{self.competence}: {self.course}"


class CompetenceEvidence(Timestamped):
    """What a person brings to show a competence: something done, or learned before.

    Courses and the mandate are read from where they stand and have no row here. It counts once a
    manager or trainer confirmed it.
    """

    class Kind(models.TextChoices):
        ACTIVITY = "activity", _("activity done")
        PRIOR = "prior", _("prior learning")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="competence_evidence",
        db_index=False,
    )
    competence = models.ForeignKey(
        Competence, verbose_name=_("competence"), on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.ACTIVITY)
    text = models.CharField(_("what you did"), max_length=300)
    link = models.CharField(_("link"), max_length=300, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    declined_because = models.CharField(_("why not"), max_length=300, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        indexes = [
            models.Index(fields=["user", "-created_at", "-id"], name="evidence_of_person"),
            models.Index(
                fields=["-created_at", "-id"],
                condition=Q(confirmed_at__isnull=True, declined_because=""),
                name="evidence_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.competence}"

    @property
    def waits(self) -> bool:
        return self.confirmed_at is None and not self.declined_because
