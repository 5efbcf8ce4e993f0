"""Well-formed input for the self-assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.content.tpack import SCALE, on_page
from training.models import TpackProfile


class StartForm(forms.ModelForm[TpackProfile]):
    class Meta:
        model = TpackProfile
        fields = ("subject",)


class StatementsForm(forms.Form):
    """The statements of one page; `partly` also takes a page that is not full."""

    def __init__(self, data: Any, *, page: int, profile: TpackProfile, partly: bool) -> None:
        super().__init__(data)
        for one in on_page(page):
            self.fields[one.code] = forms.TypedChoiceField(
                label=str(one.text),
                coerce=int,
                required=not partly,
                empty_value=None,
                choices=[(number, str(label)) for number, label in SCALE],
                initial=profile.answers.get(one.code),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose what fits best.")},
            )

    @property
    def answers(self) -> dict[str, int]:
        return {code: value for code, value in self.cleaned_data.items() if value}
