from __future__ import annotations

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.user import User


class TeamQuerySet(models.QuerySet["Team"]):
    def with_queue(self) -> Self:
        """The teams that answer people; the others think along."""
        return self.filter(kind__in=[Team.Kind.WEBCARE, Team.Kind.CRISIS])


class Team(models.Model):
    """People who share a queue or a task: info centre, communications, spokesperson, crisis team.

    `code` is what rules, exports and the API call it; it does not change once used.
    """

    class Kind(models.TextChoices):
        WEBCARE = "webcare", _("webcare")
        CRISIS = "crisis", _("crisis team")
        THINK_TANK = "think_tank", _("think tank")
        CORE_GROUP = "core_group", _("core group")

    code = models.CharField(
        _("code"), max_length=20, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9_-]*$")]
    )
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.WEBCARE)
    description = models.CharField(_("what it is for"), max_length=300, blank=True)
    leader = models.ForeignKey(
        User,
        verbose_name=_("leader"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_teams",
    )
    members = models.ManyToManyField(
        User, through="people.Membership", related_name="teams", verbose_name=_("members")
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """That a person works in a team."""

    user = models.ForeignKey(
        User,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="memberships",
        db_index=False,
    )
    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="memberships"
    )
    since_date = models.DateField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "team"], name="one_membership_per_team"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.team}"
