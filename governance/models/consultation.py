from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.policy import PolicyVersion
from people.models import Role, Unit, User


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def open(self, *, at: datetime) -> Self:
        return self.filter(closed_at__isnull=True, ends_at__gt=at)

    def asking(self, user: User) -> Self:
        """Those that ask this person: by name, role or unit, or because everybody is asked."""
        nobody_chosen = Q(roles=[], units__isnull=True, people__isnull=True)
        by_role = Q(roles=[]) | Q(roles__overlap=sorted(user.roles))
        by_unit = Q(units__isnull=True) | Q(units__in=user.units_above)
        in_group = by_role & by_unit & (~Q(roles=[]) | Q(units__isnull=False))
        return self.filter(Q(people=user) | nobody_chosen | in_group).distinct()

    def with_unanswered(self) -> Self:
        """With how many remarks wait for an answer, as `unanswered`."""
        waiting = Q(remarks__outcome=Remark.Outcome.OPEN)
        return self.annotate(unanswered=models.Count("remarks", filter=waiting))

    def heard(self, user: User) -> Self:
        """Those in which this person said something, the newest first, with their policy."""
        said = self.filter(pk__in=Remark.objects.filter(author=user).values("consultation"))
        return said.select_related("version__policy").order_by("-ends_at")


class Consultation(Timestamped):
    """A round in which colleagues or a council read a version and say what they think of it.

    Roles and units say who is asked (empty: everybody); `people` are asked by name beside them.
    """

    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        on_delete=models.CASCADE,
        related_name="consultations",
    )
    question = models.TextField(_("what we ask"), blank=True)
    roles = ArrayField(
        models.CharField(max_length=20, choices=Role),
        verbose_name=_("roles"),
        default=list,
        blank=True,
    )
    units = models.ManyToManyField(Unit, verbose_name=_("units"), blank=True, related_name="+")
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("people"), blank=True, related_name="+"
    )
    ends_at = models.DateTimeField(_("until"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=Q(closed_at__isnull=True),
                name="one_open_consultation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.ends_at:%Y-%m-%d}"


class Remark(Timestamped):
    """What somebody said about a version or one of its clauses, and what was done with it."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("not answered yet")
        TAKEN = "taken", _("taken over")
        PARTLY = "partly", _("partly taken over")
        NOT_TAKEN = "not_taken", _("not taken over")

    consultation = models.ForeignKey(
        Consultation,
        verbose_name=_("consultation"),
        on_delete=models.CASCADE,
        related_name="remarks",
    )
    section_key = models.UUIDField(_("clause"), null=True, blank=True)
    section_title = models.CharField(_("clause"), max_length=150, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    on_behalf_of = models.CharField(
        _("on behalf of"), max_length=120, blank=True, help_text=_("For instance: works council.")
    )
    text = models.TextField(_("remark"))
    outcome = models.CharField(
        _("what we do with it"), max_length=10, choices=Outcome, default=Outcome.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="open") | ~Q(answer=""), name="remark_outcome_has_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
