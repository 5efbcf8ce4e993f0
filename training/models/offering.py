from __future__ import annotations

import secrets
import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from training.models.course import Course


class OfferingQuerySet(models.QuerySet["Offering"]):
    def open(self, at: datetime) -> Self:
        """Planned offerings for which one can still enrol at this moment."""
        still = Q(enrol_until__isnull=True) | Q(enrol_until__gt=at)
        return self.filter(still, state=Offering.State.PLANNED, starts_at__gt=at)

    def under_way(self, at: datetime) -> Self:
        """Series that began, of which a session is still to come or going on."""
        to_come = Session.objects.going_on().filter(ends_at__gt=at).order_by()
        begun = self.filter(state=Offering.State.PLANNED, starts_at__lte=at)
        return begun.filter(pk__in=to_come.values("offering"))


class Offering(Timestamped):
    """A course given once, in one session or a series, with so many places.

    `starts_at` is the start of the first session that goes on; the domain keeps it, so that lists
    can be sorted by it. `capacity` is at most the number of enrolments that hold a place: the row
    is locked whenever a place is given (see `training.domain.enrolment`).
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PLANNED = "planned", _("planned")
        CANCELLED = "cancelled", _("cancelled")
        FINISHED = "finished", _("finished")

    course = models.ForeignKey(
        Course, verbose_name=_("course"), on_delete=models.PROTECT, related_name="offerings"
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT)
    capacity = models.PositiveIntegerField(_("number of places"), validators=[MinValueValidator(1)])
    enrol_until = models.DateTimeField(_("enrol until"), null=True, blank=True)
    hours_to_accept = models.PositiveSmallIntegerField(
        _("hours to accept an offered place"), default=48, validators=[MinValueValidator(1)]
    )
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True, editable=False)
    trainers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("trainers"), blank=True, related_name="offerings"
    )
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=300, blank=True)
    notes = models.TextField(_("notes of the session"), blank=True)
    awarded_at = models.DateTimeField(
        _("the trainer finished it"), null=True, blank=True, editable=False
    )

    objects = OfferingQuerySet.as_manager()

    class Meta:
        verbose_name = _("offering")
        verbose_name_plural = _("offerings")
        indexes = [
            models.Index(fields=["state", "starts_at", "id"], name="offering_agenda"),
        ]

    def __str__(self) -> str:
        return self.name or self.course.title

    def get_absolute_url(self) -> str:
        return reverse("training:offering-detail", kwargs={"pk": self.pk})

    def is_open(self, at: datetime) -> bool:
        """Whether one can enrol at this moment."""
        return (
            self.state == self.State.PLANNED
            and (self.starts_at is None or self.starts_at > at)
            and (self.enrol_until is None or self.enrol_until > at)
        )


def new_secret() -> str:
    """A key from which the rotating codes at the door are made."""
    return secrets.token_hex(16)


class SessionQuerySet(models.QuerySet["Session"]):
    def going_on(self) -> Self:
        """Sessions that were not cancelled, in the order of time."""
        return self.filter(cancelled_at__isnull=True).order_by("starts_at", "pk")

    def next_start(self, offering: str, at: datetime) -> Subquery:
        """For a query of rows that name an `offering`: when its next session begins."""
        to_come = self.going_on().filter(offering=OuterRef(offering), ends_at__gt=at)
        return Subquery(to_come.values("starts_at")[:1])


class Session(Timestamped):
    """One meeting of an offering: when (UTC, shown in Europe/Amsterdam), where, or online.

    `uid` and `sequence` are how calendars recognise it and see that it moved (RFC 5545).
    `guests` counts who came without an account: students, parents.
    """

    offering = models.ForeignKey(
        Offering, verbose_name=_("offering"), on_delete=models.CASCADE, related_name="sessions"
    )
    title = models.CharField(_("title"), max_length=150, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=150, blank=True)
    online_url = models.URLField(_("link to take part online"), blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    guests = models.PositiveIntegerField(_("guests"), default=0)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    secret = models.CharField(max_length=32, default=new_secret, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("The session ends after it starts."),
            ),
        ]
        indexes = [models.Index(fields=["starts_at", "id"], name="session_agenda")]

    def __str__(self) -> str:
        return self.title or str(self.offering)
