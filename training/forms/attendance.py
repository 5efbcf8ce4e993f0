"""Well-formed input at the door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.models import Attendance

STATES: list[tuple[str, Any]] = [("", ""), *Attendance.State.choices]


class NoteForm(forms.Form):
    """One tap on the list: what is noted, and what stood there."""

    state = forms.ChoiceField(choices=STATES, required=False)
    seen = forms.ChoiceField(choices=STATES, required=False)


class GuestsForm(forms.Form):
    """How many came without an account."""

    guests = forms.IntegerField(
        label=_("guests without an account"),
        min_value=0,
        max_value=2000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class CheckInForm(forms.Form):
    """The code on the screen in the room."""

    code = forms.CharField(
        label=_("code on the screen"),
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "door-code-field",
            }
        ),
    )
