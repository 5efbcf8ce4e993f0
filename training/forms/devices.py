"""Well-formed input about devices and loans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.forms.seen import SeenForm
from people.formfields import ColleagueField
from people.forms import DateInput
from training.models import Device, Loan

USUAL = timedelta(days=28)
LONGEST = timedelta(days=5 * 366)


class DeviceForm(SeenForm):
    class Meta:
        model = Device
        fields = ("kind", "name", "tag", "note", "bought_on", "retired_on")
        widgets = {"bought_on": DateInput(), "retired_on": DateInput()}
        help_texts = {
            "name": _("For instance: iPad 10, 64 GB."),
            "tag": _("What stands on the sticker, or the number of the maker."),
            "retired_on": _("From then on it is not lent any more."),
        }
        error_messages = {"tag": {"unique": _("There is a device with this tag already.")}}


def _not_past(day: date) -> date:
    today = localdate(now())
    if day < today:
        raise forms.ValidationError(_("This day is over."))
    if day > today + LONGEST:
        raise forms.ValidationError(_("This is more than five years away."))
    return day


class HandOutForm(forms.ModelForm[Loan]):
    class Meta:
        model = Loan
        fields = ("user", "due_on", "condition_out")
        field_classes = {"user": ColleagueField}
        widgets = {"due_on": DateInput()}
        help_texts = {"condition_out": _("Scratches, what comes with it: charger, cover.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", localdate(now()) + USUAL)

    def clean_due_on(self) -> date:
        return _not_past(self.cleaned_data["due_on"])

    def _post_clean(self) -> None:
        """The row is made in the domain: nothing here is complete enough to be looked at."""


class ExtendForm(forms.Form):
    due_on = forms.DateField(label=_("until"), widget=DateInput())

    def clean_due_on(self) -> date:
        return _not_past(self.cleaned_data["due_on"])


class WipeForm(forms.Form):
    signed_out = forms.BooleanField(label=_("All accounts are signed out"), required=False)
    photos_removed = forms.BooleanField(
        label=_("Photos and films of students are removed"), required=False
    )


class ReturnForm(WipeForm):
    condition = forms.CharField(label=_("condition when returned"), required=False, max_length=300)
    field_order = ("condition", "signed_out", "photos_removed")


class AgreementForm(forms.Form):
    text = TextField(
        label=_("What a borrower agrees with"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("Loans from now on get this text. Markdown may be used."),
    )


class DeviceFilterForm(forms.Form):
    """To what the list of devices is narrowed; nonsense narrows nothing."""

    q = forms.CharField(
        label=_("Name, tag or borrower"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all")), *Device.Kind.choices]
    )
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("all")), *Device.State.choices]
    )

    def chosen(self, name: str) -> str:
        self.full_clean()
        return str(self.cleaned_data.get(name) or "")
