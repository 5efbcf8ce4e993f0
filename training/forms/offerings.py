"""Well-formed planning: an offering with its series, one session, why it does not go on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from core.workhours import AMSTERDAM
from governance.forms.seen import MomentInput, SeenForm
from people.forms import DateInput
from people.models import Role, User
from training.domain import agenda, days_off, offerings, series
from training.domain.agenda import Choice
from training.models import Level, Offering, Session, Track


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class AgendaFilterForm(forms.Form):
    show = forms.ChoiceField(label=_("show"), required=False)
    month = forms.ChoiceField(label=_("month"), required=False)
    level = forms.ChoiceField(label=_("level"), required=False)
    track = forms.ChoiceField(label=_("for"), required=False)

    def __init__(self, *args: Any, organises: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(agenda.COMING, _("coming")), (agenda.MINE, _("mine")), (agenda.PAST, _("past"))]
        if organises:
            shown.append((agenda.DRAFTS, _("drafts")))
        months = [(f"{one:%Y-%m}", date_format(one, "F Y")) for one in agenda.months()]
        everything = [("", _("all"))]
        choices: dict[str, Any] = {
            "show": shown,
            "month": everything + months,
            "level": [*everything, *Level.choices],
            "track": [*everything, *Track.choices],
        }
        for name, found in choices.items():
            field: Any = self.fields[name]
            field.choices = found

    @property
    def chosen(self) -> Choice:
        self.full_clean()
        data = dict(getattr(self, "cleaned_data", {}))
        month = data.pop("month", "")
        return Choice(month=date.fromisoformat(f"{month}-01") if month else None, **data)


def trainers_field(
    offering: Offering, by: User | None = None
) -> forms.ModelMultipleChoiceField[User]:
    """People with the role of trainer, and who gives it already; a trainer who plans gives it."""
    chosen = list(offering.trainers.values_list("pk", flat=True)) if offering.pk else []
    if by and by.has_role(Role.TRAINER):
        chosen.append(by.pk)
    able = User.objects.with_role(Role.TRAINER).values("pk")
    people = User.objects.filter(Q(pk__in=able) | Q(pk__in=chosen))
    return forms.ModelMultipleChoiceField(
        label=_("trainers"),
        queryset=people.order_by("name", "pk"),
        required=False,
        initial=chosen,
        widget=forms.CheckboxSelectMultiple,
    )


class WhenMixin(forms.Form):
    """A day with two times on the clock of Amsterdam."""

    day = forms.DateField(label=_("day"), widget=DateInput())
    begins = forms.TimeField(label=_("from"), widget=TimeInput())
    ends = forms.TimeField(label=_("until"), widget=TimeInput())

    def clean_begins(self) -> time:
        return self._on_the_clock("begins")

    def clean_ends(self) -> time:
        begins, ends = self.cleaned_data.get("begins"), self._on_the_clock("ends")
        if begins and ends <= begins:
            raise forms.ValidationError(_("The session ends after it starts."))
        return ends

    def _on_the_clock(self, name: str) -> time:
        """One hour in March is on no clock."""
        day, at = self.cleaned_data.get("day"), self.cleaned_data[name]
        if day and localtime(series.moment(day, at), AMSTERDAM).time() != at:
            raise forms.ValidationError(_("The clock skips this time on that day."))
        return cast(time, at)

    @property
    def days(self) -> list[date]:
        """The days that are chosen here."""
        return [self.cleaned_data["day"]] if "day" in self.changed_data else []

    @cached_property
    def days_off(self) -> list[date]:
        """Days off of the college among them, for as long as who plans was not told of these."""
        closed = days_off.among(self.days) if self.is_valid() else []
        return [] if self.data.get("anyway") == _stamp(closed) else closed

    @property
    def stamp(self) -> str:
        """Comes back with the form when it is saved all the same."""
        return _stamp(self.days_off)


def _stamp(days: Iterable[date]) -> str:
    return " ".join(day.isoformat() for day in days)


class PlanForm(WhenMixin, forms.ModelForm[Offering]):
    """An offering and its sessions in one go."""

    rhythm = forms.ChoiceField(label=_("how often"), choices=series.Rhythm.choices)
    times = forms.IntegerField(
        label=_("number of sessions"), min_value=1, max_value=series.MOST, initial=1
    )
    place = forms.CharField(label=_("place"), max_length=150, required=False)
    online_url = forms.URLField(
        label=_("link to take part online"), required=False, assume_scheme="https"
    )
    field_order = (
        "name", "day", "begins", "ends", "rhythm", "times", "place", "online_url", "capacity",
        "enrol_until", "hours_to_accept", "trainers",
    )  # fmt: skip

    class Meta:
        model = Offering
        fields = ("name", "capacity", "enrol_until", "hours_to_accept")
        widgets = {"enrol_until": MomentInput()}
        labels = {"capacity": _("number of places")}
        help_texts = {
            "name": _("Empty: the title of the course."),
            "enrol_until": _("Empty: until it begins."),
        }

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainers"] = trainers_field(self.instance, by)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("place") and not data.get("online_url"):
            self.add_error("place", _("Say where it is, or give a link."))
        if data.get("rhythm") == series.Rhythm.ONCE:
            data["times"] = 1
        return data

    @property
    def days(self) -> list[date]:
        data = self.cleaned_data
        return series.days(data["day"], data["rhythm"], data["times"])

    @property
    def sessions(self) -> list[Session]:
        data = self.cleaned_data
        return offerings.sessions_on(
            self.days,
            begins=data["begins"],
            ends=data["ends"],
            place=data["place"],
            online_url=data["online_url"],
        )


class OfferingForm(SeenForm):
    class Meta:
        model = Offering
        fields = ("name", "capacity", "enrol_until", "hours_to_accept", "notes")
        widgets = {"enrol_until": MomentInput(), "notes": forms.Textarea(attrs={"rows": 4})}
        labels = {"capacity": _("number of places")}
        help_texts = {
            "name": _("Empty: the title of the course."),
            "capacity": _("More places are offered at once to who waits."),
            "enrol_until": _("Empty: until it begins."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainers"] = trainers_field(self.instance)


class SessionForm(WhenMixin, SeenForm):
    online_url = forms.URLField(
        label=_("link to take part online"), required=False, assume_scheme="https"
    )

    class Meta:
        model = Session
        fields = ("title", "place", "online_url")

    field_order = ("title", "day", "begins", "ends", "place", "online_url")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.starts_at:
            begins = localtime(self.instance.starts_at, AMSTERDAM)
            ends = localtime(self.instance.ends_at, AMSTERDAM)
            for name, value in (
                ("day", begins.date()),
                ("begins", begins.time()),
                ("ends", ends.time()),
            ):
                self.fields[name].initial = value
        self.order_fields(self.field_order)

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            **super().values,
            "starts_at": series.moment(data["day"], data["begins"]),
            "ends_at": series.moment(data["day"], data["ends"]),
        }

    def filled(self, offering: Offering) -> Session:
        """A new session."""
        return Session(offering=offering, **self.values)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("why it does not go on"),
        max_length=300,
        help_text=_("Everybody on the list reads this."),
    )


class CopyForm(forms.Form):
    first_day = forms.DateField(label=_("first day of the copy"), widget=DateInput())
