"""Well-formed requests and decisions about a place."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from people.formfields import ColleagueField


class AskForm(forms.Form):
    motivation = forms.CharField(
        label=_("why you want to come"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class DecideForm(forms.Form):
    """Approve, or say why not."""

    answer = forms.ChoiceField(choices=[("approve", ""), ("refuse", "")])
    reason = forms.CharField(label=_("why not"), max_length=300, required=False)

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if self.cleaned_data.get("answer") == "refuse" and not reason:
            raise forms.ValidationError(_("Say why, in a few words."))
        return reason


class ByHandForm(forms.Form):
    """Somebody gets a place by hand."""

    person = ColleagueField(label=_("colleague"))
