from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.policy import Policy, PolicyVersion
from people.models import Role, Unit


class Readership(Timestamped):
    """Who has to confirm that they read and understood a policy, and within how many days.

    Roles and units (with the units below them) both narrow; empty means everybody. It belongs to
    the policy, so that a material change asks the same people again.
    """

    policy = models.ForeignKey(
        Policy, verbose_name=_("policy"), on_delete=models.CASCADE, related_name="readerships"
    )
    roles = ArrayField(
        models.CharField(max_length=20, choices=Role),
        verbose_name=_("roles"),
        default=list,
        blank=True,
    )
    units = models.ManyToManyField(Unit, verbose_name=_("units"), blank=True, related_name="+")
    days = models.PositiveSmallIntegerField(
        _("days to read it"), default=28, validators=[MinValueValidator(1)]
    )
    new_staff_days = models.PositiveSmallIntegerField(
        _("days for new colleagues"), default=14, validators=[MinValueValidator(1)]
    )
    target_percent = models.PositiveSmallIntegerField(
        _("we want to reach (%)"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    since_date = models.DateField(_("asked since"))

    class Meta:
        verbose_name = _("readership")
        verbose_name_plural = _("readerships")

    def __str__(self) -> str:
        return f"{self.policy}: {', '.join(self.roles) or '*'}"


class QuizQuestion(models.Model):
    """A short question with the confirmation; a wrong answer leads back to the clause."""

    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        on_delete=models.CASCADE,
        related_name="questions",
        db_index=False,
    )
    position = models.PositiveSmallIntegerField(_("order"))
    section_key = models.UUIDField(_("clause"), null=True, blank=True)
    text = models.CharField(_("question"), max_length=300)
    options = ArrayField(models.CharField(max_length=200), verbose_name=_("answers"))
    right = models.PositiveSmallIntegerField(_("the right answer"))

    class Meta:
        verbose_name = _("quiz question")
        verbose_name_plural = _("quiz questions")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"],
                name="one_question_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Acknowledgement(models.Model):
    """That a person read and understood this version ("gelezen en begrepen")."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="acknowledgements",
        db_index=False,
    )
    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        on_delete=models.PROTECT,
        related_name="acknowledgements",
    )
    at = models.DateTimeField(_("at"))
    tries = models.PositiveSmallIntegerField(_("tries at the questions"), default=0)

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        constraints = [
            models.UniqueConstraint(fields=["user", "version"], name="one_acknowledgement"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.version}"
