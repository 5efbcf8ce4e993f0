from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class DeviceQuerySet(models.QuerySet["Device"]):
    def in_state(self, state: str, day: date) -> Self:
        """Only devices in this state on this day; every device that is not retired for ""."""
        loans = Loan.objects.filter(device=OuterRef("pk"))
        is_lent = Exists(loans.filter(returned_at=None))
        is_late = Exists(loans.filter(returned_at=None, due_on__lt=day))
        has_left = Exists(loans.left())
        to_wipe = Exists(loans.filter(returned_at__isnull=False, wiped_at=None))
        if state == Device.State.RETIRED:
            return self.filter(retired_on__isnull=False)
        kept = self.filter(retired_on=None)
        if state == Device.State.LENT:
            return kept.filter(is_lent)
        if state == Device.State.LATE:
            return kept.filter(is_late)
        if state == Device.State.LEFT:
            return kept.filter(has_left)
        if state == Device.State.TO_WIPE:
            return kept.filter(to_wipe)
        return kept.filter(~is_lent & ~to_wipe) if state == Device.State.FREE else kept


class Device(Timestamped):
    """A phone, tablet or laptop that the college lends to colleagues."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("phone")
        TABLET = "tablet", _("tablet")
        LAPTOP = "laptop", _("laptop")
        CAMERA = "camera", _("camera")
        OTHER = "other", _("something else")

    class State(models.TextChoices):
        FREE = "free", _("free")
        LENT = "lent", _("lent")
        LATE = "late", _("late")
        LEFT = "left", _("with somebody who left")
        TO_WIPE = "to_wipe", _("to be wiped")
        RETIRED = "retired", _("retired")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.TABLET)
    name = models.CharField(_("name"), max_length=100)
    tag = models.CharField(_("tag or serial number"), max_length=60, unique=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    bought_on = models.DateField(_("bought on"), null=True, blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        indexes = [models.Index(fields=["name", "id"], name="device_by_name")]

    def __str__(self) -> str:
        return f"{self.name} ({self.tag})"

    def get_absolute_url(self) -> str:
        return reverse("training:device-detail", kwargs={"pk": self.pk})


class LoanAgreement(models.Model):
    """What a borrower agrees with; a changed text is a new version, and old loans keep theirs."""

    number = models.PositiveIntegerField(_("version"), unique=True)
    text = models.TextField(_("text"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("loan agreement")
        verbose_name_plural = _("loan agreements")

    def __str__(self) -> str:
        return str(self.number)


class LoanQuerySet(models.QuerySet["Loan"]):
    def open(self) -> Self:
        return self.filter(returned_at=None)

    def late(self, day: date) -> Self:
        return self.open().filter(due_on__lt=day)

    def left(self) -> Self:
        """Still with somebody who may not sign in any more."""
        return self.open().filter(user__is_active=False)

    def forgettable(self, before: datetime) -> Self:
        """With a person, brought back before this moment, and nothing to ask them any more."""
        is_done = Q(wiped_at__isnull=False) | Q(device__retired_on__isnull=False)
        return self.filter(is_done, user__isnull=False, returned_at__lt=before)


class Loan(Timestamped):
    """That somebody has a device: handed out, agreed to, brought back, wiped.

    Long after the return it tells no more who had it (`training.domain.devices.forget`).
    """

    device = models.ForeignKey(
        Device, verbose_name=_("device"), on_delete=models.CASCADE, related_name="loans"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("lent to"),
        null=True,
        on_delete=models.CASCADE,
        related_name="device_loans",
    )
    agreement = models.ForeignKey(
        LoanAgreement,
        verbose_name=_("agreement"),
        on_delete=models.PROTECT,
        related_name="loans",
    )
    lent_on = models.DateField(_("from"))
    due_on = models.DateField(_("until"))
    handed_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handed out by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="handed_out_loans",
    )
    condition_out = models.CharField(_("condition when handed out"), max_length=300, blank=True)
    accepted_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    returned_at = models.DateTimeField(_("returned"), null=True, blank=True)
    returned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("returned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="taken_back_loans",
    )
    condition_in = models.CharField(_("condition when returned"), max_length=300, blank=True)
    signed_out = models.BooleanField(_("all accounts are signed out"), default=False)
    photos_removed = models.BooleanField(_("photos of students are removed"), default=False)
    wiped_at = models.DateTimeField(_("wiped"), null=True, blank=True)

    objects = LoanQuerySet.as_manager()

    class Meta:
        verbose_name = _("loan")
        verbose_name_plural = _("loans")
        constraints = [
            models.UniqueConstraint(
                fields=["device"], condition=Q(returned_at=None), name="one_open_loan_per_device"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("lent_on")), name="loan_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(wiped_at=None) | Q(signed_out=True, photos_removed=True),
                name="wiped_says_what",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(returned_at__isnull=False),
                name="open_loan_has_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(returned_at=None), name="loan_open_by_due"),
        ]

    def __str__(self) -> str:
        return f"{self.device}: {self.user or '–'}"

    def get_absolute_url(self) -> str:
        return reverse("training:loan-detail", kwargs={"pk": self.pk})

    @property
    def is_agreed(self) -> bool:
        return self.accepted_at is not None

    @property
    def has_left(self) -> bool:
        """Whether it is still with somebody who may not sign in any more."""
        return self.returned_at is None and self.user is not None and not self.user.is_active

    def is_late(self, day: date) -> bool:
        return self.returned_at is None and self.due_on < day
