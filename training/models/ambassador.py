from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.course import Course


class AmbassadorQuerySet(models.QuerySet["Ambassador"]):
    def current(self) -> Self:
        """Suggested, invited or active; who declined or stopped is only a number."""
        return self.filter(state__in=Ambassador.CURRENT)


class Ambassador(Timestamped):
    """Somebody who speaks well of the college of their own accord, and is asked to go on.

    Of a colleague we keep the account; of a student the name and address only after they said yes,
    filled in by themselves. Who declines or stops leaves a row without anything personal, to count.
    """

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        INVITED = "invited", _("invited")
        ACTIVE = "active", _("active")
        DECLINED = "declined", _("declined")
        STOPPED = "stopped", _("stopped")

    CURRENT = (State.SUGGESTED, State.INVITED, State.ACTIVE)

    state = models.CharField(_("state"), max_length=9, choices=State, default=State.SUGGESTED)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("colleague"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="ambassadorships",
        help_text=_("Leave empty for a student."),
    )
    found_as = models.CharField(
        _("known there as"), max_length=100, blank=True, help_text=_("As it stands in public.")
    )
    found_at = models.URLField(_("found where"), max_length=1000, blank=True)
    found_text = models.CharField(_("what was said"), max_length=500, blank=True)
    why = models.CharField(_("why this person"), max_length=300, blank=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("suggested by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    key = models.CharField(max_length=43, null=True, blank=True, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited on"), null=True, blank=True)
    consented_at = models.DateTimeField(_("said yes on"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended on"), null=True, blank=True)
    course = models.ForeignKey(
        Course,
        verbose_name=_("course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="ambassadors",
    )
    course_done_on = models.DateField(_("course finished on"), null=True, blank=True)
    mandate_on = models.DateField(_("mandate given on"), null=True, blank=True)

    objects = AmbassadorQuerySet.as_manager()

    class Meta:
        verbose_name = _("ambassador")
        verbose_name_plural = _("ambassadors")
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(state__in=["suggested", "invited", "active"]),
                name="one_ambassadorship_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(name="", email="") | Q(consented_at__isnull=False),
                name="no_contact_without_consent",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["suggested", "invited", "active"])
                | Q(name="", email="", found_as="", found_at="", found_text="", why="", user=None),
                name="who_ended_is_erased",
            ),
        ]
        indexes = [models.Index(fields=["state", "-created_at", "-id"], name="ambassador_newest")]

    def __str__(self) -> str:
        if self.user:
            return str(self.user)
        return self.name or self.found_as or str(self._meta.verbose_name)

    def get_absolute_url(self) -> str:
        return reverse("training:ambassador-detail", kwargs={"pk": self.pk})


class AmbassadorTask(models.Model):
    """Something small that an ambassador does."""

    ambassador = models.ForeignKey(
        Ambassador,
        verbose_name=_("ambassador"),
        on_delete=models.CASCADE,
        related_name="tasks",
    )
    text = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("task of an ambassador")
        verbose_name_plural = _("tasks of ambassadors")

    def __str__(self) -> str:
        return self.text
