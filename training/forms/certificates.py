"""Well-formed input about certificates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.formfields import ColleagueField
from people.models import User
from training.models import Course


class PriorLearningForm(forms.Form):
    """Somebody learned it elsewhere."""

    person = ColleagueField(label=_("colleague"))
    course = forms.ModelChoiceField(label=_("course"), queryset=Course.objects.none())
    because = forms.CharField(
        label=_("how we know"),
        max_length=300,
        help_text=_("For example a certificate of another school, or a lesson that you visited."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        field: Any = self.fields["course"]
        field.queryset = Course.objects.order_by("title")

    def clean_person(self) -> User:
        person: User = self.cleaned_data["person"]
        if person == self.by:
            raise forms.ValidationError(_("Let a colleague recognise what you learned yourself."))
        return person


class RevokeForm(forms.Form):
    """Why a certificate is withdrawn."""

    because = forms.CharField(label=_("why it is withdrawn"), max_length=300)


class SearchForm(forms.Form):
    """What organisers look for."""

    words = forms.CharField(
        label=_("name, course or check code"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    standing = forms.ChoiceField(
        label=_("which"),
        required=False,
        choices=[
            ("", _("all")),
            ("valid", _("valid")),
            ("expiring", _("expires within 60 days")),
            ("expired", _("expired")),
            ("withdrawn", pgettext_lazy("certificate", "withdrawn")),
        ],
    )

    @property
    def asked(self) -> dict[str, str]:
        """What is filled in and makes sense."""
        return (
            {name: text for name, text in self.cleaned_data.items() if text}
            if self.is_valid()
            else {}
        )


class CheckForm(forms.Form):
    """The code from a certificate on paper."""

    code = forms.CharField(
        label=_("check code"),
        max_length=30,
        help_text=_("Twelve letters and numbers, for example ABCD-EFGH-2345."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
