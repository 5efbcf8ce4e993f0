from __future__ import annotations

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


def _names(label: StrOrPromise) -> ArrayField[list[str], list[str]]:
    return ArrayField(
        models.CharField(max_length=120), verbose_name=label, default=list, blank=True
    )


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def current(self) -> Institution:
        """The college that this portal serves; an unsaved empty one before it is set up."""
        return self.first() or Institution()


class Institution(models.Model):
    """The college itself, as data: nothing in code knows its names, places or courses.

    Search terms and routing rules refer to the lists as {namen}, {accounts}, {vestigingen},
    {opleidingen} and {personen}.
    """

    class SchoolRegion(models.TextChoices):
        NORTH = "Noord", _("North")
        MIDDLE = "Midden", _("Middle")
        SOUTH = "Zuid", _("South")

    name = models.CharField(_("name"), max_length=120)
    aliases = _names(_("other names"))
    handles = _names(_("accounts"))
    places = _names(_("places"))
    courses = _names(_("courses"))
    public_figures = _names(_("people in the public eye"))
    school_region = models.CharField(
        _("school holiday region"),
        max_length=6,
        choices=SchoolRegion,
        default=SchoolRegion.NORTH,
    )
    opens_at = models.TimeField(_("office opens at"), default=time(8, 30))
    closes_at = models.TimeField(_("office closes at"), default=time(17))
    closed_in_school_holidays = models.BooleanField(_("closed in school holidays"), default=False)
    closed_days = ArrayField(
        models.DateField(), verbose_name=_("extra closed days"), default=list, blank=True
    )
    is_demo = models.BooleanField(default=False, editable=False)
    singleton = models.BooleanField(default=True, editable=False, unique=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institution")
        constraints = [
            models.CheckConstraint(condition=Q(singleton=True), name="one_institution"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")) | Q(closes_at=time(0)),
                name="office_closes_after_it_opens",
                violation_error_message=_("The office closes after it opens."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def lists(self) -> dict[str, list[str]]:
        """The named lists that a search query may refer to."""
        return {
            "namen": [name for name in [self.name, *self.aliases] if name],
            "accounts": [f"@{handle.lstrip('@')}" for handle in self.handles],
            "vestigingen": list(self.places),
            "opleidingen": list(self.courses),
            "personen": list(self.public_figures),
        }
