"""Well-formed input about incidents: short on a phone, and without names of students."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.domain import traces
from governance.forms.seen import MomentInput, SeenForm
from governance.models import Incident, IncidentStep
from people.formfields import ColleagueField
from people.forms import DateInput


def _not_ahead(moment: datetime | None) -> None:
    if moment and moment > now():
        raise forms.ValidationError(_("This moment has yet to come."))


class ReportForm(forms.ModelForm[Incident]):
    """What happened. A text that seems to point at a person asks for a second look, once."""

    is_checked = forms.BooleanField(
        label=_("I looked again: it names no student."),
        required=False,
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Incident
        fields = (
            "kind",
            "title",
            "happened_at",
            "platform",
            "description",
            "severity",
            "is_data_leak",
        )
        field_classes = {"description": TextField}
        widgets = {
            "happened_at": MomentInput(),
            "description": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "title": _("For instance: fake account in the name of the college."),
            "platform": _("For instance: WhatsApp, Instagram, a group of the class."),
            "description": format_lazy(
                "{} {}",
                _("Without names of students."),
                _("Write “a first-year student”, no names, numbers or addresses."),
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("happened_at", now())

    def clean_happened_at(self) -> datetime:
        moment: datetime = self.cleaned_data["happened_at"]
        _not_ahead(moment)
        return moment

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        found = traces.found_in(data.get("title", ""), data.get("description", ""))
        if found and not data.get("is_checked"):
            self.fields["is_checked"].widget = forms.CheckboxInput()
            named = ", ".join(str(trace.label) for trace in found)
            message = gettext("This seems to hold %(traces)s. Can it be left out?")
            self.add_error("description", message % {"traces": named})
        return data


class FollowUpForm(SeenForm):
    class Meta:
        model = Incident
        fields = ("kind", "severity", "owner", "is_data_leak", "authority_told_at")
        field_classes = {"owner": ColleagueField}
        widgets = {"authority_told_at": MomentInput()}

    def clean_authority_told_at(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["authority_told_at"]
        _not_ahead(moment)
        return moment


class StepForm(forms.ModelForm[IncidentStep]):
    class Meta:
        model = IncidentStep
        fields = ("text", "owner", "due_date")
        field_classes = {"owner": ColleagueField}
        widgets = {"due_date": DateInput()}


class ClosingForm(forms.Form):
    lessons = TextField(
        label=_("What we learned"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Without names. What will you do differently next time?"),
    )
    need_not_tell = forms.BooleanField(
        label=_("With the data protection officer we decided not to tell the authority"),
        required=False,
    )

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_why_not = incident.is_data_leak and incident.authority_told_at is None
        if not self.asks_why_not:
            del self.fields["need_not_tell"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.asks_why_not and not data.get("need_not_tell"):
            message = _("Fill in above when the authority was told, or tick this.")
            self.add_error("need_not_tell", message)
        return data


class IncidentFilterForm(forms.Form):
    """To what a list of incidents is narrowed; nonsense narrows nothing."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all")), *Incident.Kind.choices]
    )
    severity = forms.ChoiceField(
        label=_("How serious"), required=False, choices=[("", _("all")), *Incident.Severity.choices]
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("all")), ("open", _("open")), ("closed", _("closed"))],
    )

    @property
    def lookups(self) -> dict[str, Any]:
        self.full_clean()
        data = self.cleaned_data
        found = {name: data[name] for name in ("kind", "severity") if data.get(name)}
        if data.get("state"):
            found["closed_at__isnull"] = data["state"] == "open"
        return found
