"""Well-formed input for a consultation, a remark and its answer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.forms.policies import DateInput
from governance.models import Consultation, PolicySection, PolicyVersion, Remark
from people.formfields import ColleaguesField
from people.models import Role

TWO_WEEKS = timedelta(days=14)


class ConsultationForm(forms.ModelForm[Consultation]):
    """What we ask, of whom, until when; nobody chosen means everybody."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    last_day = forms.DateField(label=_("Until and including"), widget=DateInput)

    class Meta:
        model = Consultation
        fields = ("question", "roles", "units", "people")
        field_classes = {"question": TextField, "people": ColleaguesField}
        widgets = {
            "question": forms.Textarea(attrs={"rows": 4}),
            "units": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = localdate(now()) + TWO_WEEKS

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < localdate(now()):
            raise forms.ValidationError(_("This day is over already."))
        return day

    @property
    def ends_at(self) -> datetime:
        """The end of the last day, where the college is."""
        day: date = self.cleaned_data["last_day"]
        return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


class RemarkForm(forms.Form):
    """What somebody thinks of a clause, or of the whole."""

    section = forms.ModelChoiceField(
        queryset=PolicySection.objects.none(), required=False, widget=forms.HiddenInput
    )
    text = TextField(
        label=_("Your remark"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on_behalf_of = forms.CharField(
        label=_("On behalf of"),
        required=False,
        max_length=120,
        help_text=_("For instance: works council."),
    )

    def __init__(self, *args: Any, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        section = self.fields["section"]
        assert isinstance(section, forms.ModelChoiceField)  # noqa: S101
        section.queryset = version.sections.all()


class AnswerForm(forms.Form):
    """What is done with a remark, and why."""

    outcome = forms.ChoiceField(
        label=_("What we do with it"),
        choices=[choice for choice in Remark.Outcome.choices if choice[0] != Remark.Outcome.OPEN],
        widget=forms.RadioSelect,
    )
    answer = TextField(label=_("Answer"), widget=forms.Textarea(attrs={"rows": 3}))
