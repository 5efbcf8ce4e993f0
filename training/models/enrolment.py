from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.offering import Offering, Session


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def holding(self) -> Self:
        """Enrolments that hold a place: enrolled, or offered one that is not yet accepted."""
        return self.filter(state__in=Enrolment.HOLDING)

    def active(self) -> Self:
        return self.filter(state__in=Enrolment.ACTIVE)

    def waiting(self) -> Self:
        """The waiting list, first come first."""
        return self.filter(state=Enrolment.State.WAITING).order_by("asked_at", "pk")


class Enrolment(Timestamped):
    """That a person asked for a place in an offering, and what became of it.

    States go: requested (a manager decides) -> enrolled or waiting; waiting -> offered (until
    `offer_until`) -> enrolled; an offer that nobody took in time becomes expired.
    `asked_at` is the place in the queue. Finished or not, the attendance says.
    """

    class State(models.TextChoices):
        REQUESTED = "requested", _("waits for approval")
        WAITING = "waiting", _("on the waiting list")
        OFFERED = "offered", _("place offered")
        ENROLLED = "enrolled", _("enrolled")
        CANCELLED = "cancelled", _("cancelled")
        REFUSED = "refused", _("not approved")
        EXPIRED = "expired", _("offer passed")

    ACTIVE = (State.REQUESTED, State.WAITING, State.OFFERED, State.ENROLLED)
    HOLDING = (State.OFFERED, State.ENROLLED)

    offering = models.ForeignKey(
        Offering,
        verbose_name=_("offering"),
        on_delete=models.CASCADE,
        related_name="enrolments",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="enrolments",
    )
    state = models.CharField(_("state"), max_length=9, choices=State)
    asked_at = models.DateTimeField(_("asked"))
    offer_until = models.DateTimeField(_("offer stands until"), null=True, blank=True)
    motivation = models.CharField(_("why you want to come"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    assignment_at = models.DateTimeField(_("assignment approved"), null=True, blank=True)
    evaluated_at = models.DateField(_("evaluated"), null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(
                fields=["offering", "user"],
                condition=Q(state__in=["requested", "waiting", "offered", "enrolled"]),
                name="one_active_enrolment",
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(offer_until__isnull=False),
                name="an_offer_ends",
            ),
        ]
        indexes = [
            models.Index(fields=["offering", "state", "asked_at", "id"], name="enrolment_queue"),
            models.Index(
                fields=["offer_until"], condition=Q(state="offered"), name="enrolment_offers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.offering}"

    @property
    def is_active(self) -> bool:
        return self.state in self.ACTIVE

    @property
    def standing(self) -> str:
        """The state as the person reads it: only what was called off, was cancelled for them."""
        if self.state == self.State.CANCELLED and self.offering.state != Offering.State.CANCELLED:
            return gettext("not on the list any more")
        if self.state == self.State.ENROLLED and self.offering.state == Offering.State.FINISHED:
            return pgettext("a course", "is over")
        return str(self.get_state_display())


class Attendance(Timestamped):
    """Whether somebody was at a session, and how we know. No row: nobody said yet."""

    class State(models.TextChoices):
        PRESENT = "present", _("present")
        ABSENT = "absent", _("absent")
        EXCUSED = "excused", _("excused")

    class How(models.TextChoices):
        LIST = "list", _("by the trainer")
        CODE = "code", _("checked in")

    session = models.ForeignKey(
        Session,
        verbose_name=_("session"),
        on_delete=models.CASCADE,
        related_name="attendances",
        db_index=False,
    )
    enrolment = models.ForeignKey(
        Enrolment,
        verbose_name=_("enrolment"),
        on_delete=models.CASCADE,
        related_name="attendances",
    )
    state = models.CharField(_("state"), max_length=7, choices=State)
    how = models.CharField(_("how"), max_length=4, choices=How, default=How.LIST)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [
            models.UniqueConstraint(fields=["session", "enrolment"], name="one_attendance"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.get_state_display()}"
