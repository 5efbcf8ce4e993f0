"""Well-formed input for teams, mandates, hours and costs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.forms.seen import SeenForm
from governance.models import ChannelChoice, Cost, Goal, HoursSpent, TeamMandate
from governance.permissions.teams import CHANGED_WITHIN
from people.formfields import ColleagueField
from people.forms import DateInput
from people.models import Team, User


def choose_from(form: forms.BaseForm, name: str, rows: Any, empty: Any = None) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - says so to the type checker
    field.queryset = rows
    if empty is not None:
        field.empty_label = empty


class TeamForm(SeenForm):
    class Meta:
        model = Team
        fields = ("name", "kind", "description", "leader")
        field_classes = {"leader": ColleagueField}


class MemberForm(forms.Form):
    person = ColleagueField(label=_("Colleague"))

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = User.objects.filter(is_active=True).exclude(memberships__team=team)
        choose_from(self, "person", others)


class MandateForm(SeenForm):
    class Meta:
        model = TeamMandate
        fields = ("purpose", "may_decide", "hours_per_week", "from_date", "until_date")
        field_classes = {"purpose": TextField, "may_decide": TextField}
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "may_decide": forms.Textarea(attrs={"rows": 3}),
            "hours_per_week": forms.NumberInput(attrs={"step": "0.5", "min": "0"}),
            "from_date": DateInput(),
            "until_date": DateInput(),
        }
        help_texts = {"hours_per_week": _("For all members together.")}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("from_date"), data.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("The last day is before the first day."))
        return data


class PromiseForm(forms.Form):
    """What management stands for; it is signed by whoever sends it."""

    commitment = TextField(
        label=_("What management promises"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For instance: these hours are in the schedule until the summer."),
    )


class HoursForm(forms.ModelForm[HoursSpent]):
    """Quick to fill in on a phone: only day and hours are needed."""

    hours = forms.DecimalField(
        label=_("Hours"),
        min_value=Decimal("0.25"),
        max_value=Decimal(24),
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    class Meta:
        model = HoursSpent
        fields = ("team", "on_date", "hours", "activity", "choice", "goal", "note")
        labels = {"on_date": _("Day")}
        widgets = {"on_date": DateInput()}

    def __init__(self, *args: Any, person: User, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        theirs = Team.objects.filter(memberships__user=person) | Team.objects.filter(leader=person)
        teams = list(theirs.distinct().order_by("name"))
        choose_from(self, "team", Team.objects.filter(pk__in=[team.pk for team in teams]))
        if len(teams) == 1:
            self.initial.setdefault("team", teams[0].pk)
        if not self.instance.pk:
            self.initial.setdefault("on_date", day)
        choose_from(self, "choice", ChannelChoice.objects.costing_time().order_by("platform"))
        choose_from(self, "goal", Goal.objects.in_force().order_by("title"))

    def clean_on_date(self) -> date:
        on_date: date = self.cleaned_data["on_date"]
        if on_date > self.day:
            raise forms.ValidationError(_("This day has yet to come."))
        if on_date < self.day - CHANGED_WITHIN:
            raise forms.ValidationError(_("This is too long ago: at most 60 days back."))
        return on_date


def _money(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=Decimal(0),
        max_digits=10,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


class CostForm(SeenForm):
    """A cost is an amount, hours at a rate, or both."""

    amount = _money(_("Amount (€)"))
    hours = _money(_("Hours"))
    rate = _money(_("Rate (€ an hour)"))

    class Meta:
        model = Cost
        fields = (
            "kind",
            "description",
            "goal",
            "choice",
            "amount",
            "hours",
            "rate",
            "from_date",
            "until_date",
        )
        widgets = {"from_date": DateInput(), "until_date": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hours"].help_text = _("Not the hours that the team writes down by itself.")
        choose_from(self, "goal", Goal.objects.order_by("title"), _("No goal in particular"))
        choices = ChannelChoice.objects.order_by("platform", "name")
        choose_from(self, "choice", choices, _("No channel in particular"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        hours, rate = data.get("hours"), data.get("rate")
        if (hours is None) != (rate is None):
            self.add_error("rate", _("Hours and rate go together."))
        elif data.get("amount") is None and hours is None and "amount" not in self.errors:
            self.add_error("amount", _("Fill in an amount, or hours with a rate."))
        first, last = data.get("from_date"), data.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("The last day is before the first day."))
        return data


class SheetForm(forms.Form):
    """Which days a sheet is about, and at which rate hours count."""

    first = forms.DateField(label=_("From"), widget=DateInput())
    last = forms.DateField(label=_("Until"), widget=DateInput())
    rate = forms.DecimalField(
        label=_("Rate (€ an hour)"),
        min_value=Decimal(0),
        max_value=Decimal(1000),
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("first") and data.get("last") and data["last"] < data["first"]:
            self.add_error("last", _("The last day is before the first day."))
        return data
