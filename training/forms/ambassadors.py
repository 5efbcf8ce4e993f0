"""Well-formed input about ambassadors; what is personal somebody fills in about themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from governance.forms.teams import choose_from
from people.formfields import ColleagueField
from people.forms import DateInput
from training.domain import ambassadors
from training.models import Ambassador, AmbassadorTask


class SuggestForm(forms.ModelForm[Ambassador]):
    found_at = forms.URLField(
        label=_("found where"),
        help_text=_("The address of the message."),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )

    class Meta:
        model = Ambassador
        fields = ("user", "found_as", "found_at", "found_text", "why")
        field_classes = {"user": ColleagueField}
        help_texts = {
            "user": _("Empty: no colleague, but a student or somebody else."),
            "found_as": _("The name or account that stands there for everybody. No other data."),
            "why": _("For instance: tells honestly what the internship is like."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("user") and not (data.get("found_as") or data.get("found_at")):
            self.add_error("found_as", _("Choose a colleague, or say who it is or where."))
        if data.get("user"):
            data["found_as"] = ""  # the account says who it is
        current = Ambassador.objects.current()
        if data.get("found_at") and current.filter(found_at=data["found_at"]).exists():
            self.add_error("found_at", _("This message was suggested already."))
        return data


class InviteForm(forms.Form):
    """The address is used for this letter and is not kept."""

    email = forms.EmailField(
        label=_("e-mail address"),
        help_text=_("We use it for this letter only and do not keep it."),
    )


class ConsentForm(forms.Form):
    """What a student fills in about themselves."""

    name = forms.CharField(label=_("your name"), max_length=150)
    email = forms.EmailField(label=_("your e-mail address"), max_length=254)


class TaskForm(forms.ModelForm[AmbassadorTask]):
    class Meta:
        model = AmbassadorTask
        fields = ("text", "due_on")
        widgets = {"due_on": DateInput()}
        help_texts = {
            "text": _("Something of half an hour. For instance: a photo of your desk today.")
        }


class PathForm(forms.ModelForm[Ambassador]):
    """Of a colleague only the course: the certificate and the mandate say the rest."""

    class Meta:
        model = Ambassador
        fields = ("course", "course_done_on", "mandate_on")
        widgets = {"course_done_on": DateInput(), "mandate_on": DateInput()}
        help_texts = {
            "mandate_on": _("From when somebody posts in the name of the college."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "course", ambassadors.courses(), _("No course yet"))
        if self.instance.user_id:
            del self.fields["course_done_on"], self.fields["mandate_on"]

    def _day(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day > localdate(now()):
            raise forms.ValidationError(_("This day has yet to come."))
        return day

    def clean_course_done_on(self) -> date | None:
        return self._day("course_done_on")

    def clean_mandate_on(self) -> date | None:
        return self._day("mandate_on")


class StateForm(forms.Form):
    """To what the list is narrowed; nonsense narrows nothing."""

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("all")),
            *[(state.value, state.label) for state in Ambassador.CURRENT],
        ],
    )

    @property
    def chosen(self) -> str:
        self.full_clean()
        return str(self.cleaned_data.get("state") or "")
