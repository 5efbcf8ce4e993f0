"""Well-formed input for what a clause makes the portal do: one field, by the kind of setting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.domain.clause_settings import Kind, Setting, Value

YES_NO = [("yes", _("yes")), ("no", _("no"))]


class SettingForm(forms.Form):
    """The value of one setting; `edition` is the version as it was seen."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, setting: Setting, value: Value | None, edition: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.setting = setting
        self.fields["edition"].initial = edition
        self.fields["value"] = _field(setting)
        self.fields["value"].initial = _shown(setting, value)

    @property
    def value(self) -> Value:
        given: Value = self.cleaned_data["value"]
        return given == "yes" if self.setting.kind == Kind.YES_NO else given


def _field(setting: Setting) -> forms.Field:
    told: dict[str, Any] = {"label": setting.label, "help_text": setting.help}
    if setting.kind == Kind.YES_NO:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **told)
    if setting.kind == Kind.CHOICE:
        return forms.ChoiceField(
            choices=list(setting.choices.items()), widget=forms.RadioSelect, **told
        )
    return forms.IntegerField(min_value=setting.least, max_value=setting.most, **told)


def _shown(setting: Setting, value: Value | None) -> object:
    if setting.kind == Kind.YES_NO:
        return None if value is None else "yes" if value else "no"
    return value
