"""Well-formed input for audiences, figures of use, and files of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.content.platforms import code_of
from governance.domain import audiences, use_import
from governance.forms.seen import FilledIn, SeenMoment
from governance.models import Audience, AudienceUse, UserType


class AudienceForm(FilledIn, forms.ModelForm[Audience]):
    """An audience; `seen` is when the row last changed as the form was opened.

    What comes along stands beside the empty fields of one of the eight, so that it is clear what
    applies as long as they are empty.
    """

    seen = SeenMoment()
    user_types = forms.MultipleChoiceField(
        label=_("How they use the web"),
        choices=UserType.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Audience
        fields = ("name", "description", "expects", "user_types", "is_active")
        field_classes = {"description": TextField, "expects": TextField}
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "expects": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        audience = self.instance
        self.fields["name"].required = not audience.is_standard
        if audience.pk:
            self.fields["seen"].initial = audience.updated_at
        if audience.is_standard:
            shown = Audience(code=audience.code)
            for name, text in (
                ("name", str(shown)),
                ("description", shown.about),
                ("expects", shown.wishes),
            ):
                self.fields[name].help_text = _("Empty means: %(text)s") % {"text": text}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if not self.instance.pk and not audiences.free_code(name):
            raise forms.ValidationError(_("Use at least one letter or digit."))
        return name


class UseForm(forms.ModelForm[AudienceUse]):
    """A figure that somebody looked up: a share or a number, with source and year."""

    address = forms.URLField(
        label=_("Address"), required=False, max_length=500, assume_scheme="https"
    )

    class Meta:
        model = AudienceUse
        fields = (
            "platform",
            "frequency",
            "percent",
            "users",
            "respondents",
            "finding",
            "year",
            "source",
            "address",
        )
        widgets = {
            "finding": forms.Textarea(attrs={"rows": 2}),
            "percent": forms.TextInput(attrs={"inputmode": "decimal"}),
        }
        help_texts = {
            "percent": _("Or give the number of users and the number asked."),
            "source": _("Who found this out: your own survey, a report, the figures of a channel."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["platform"].widget.attrs["list"] = "platforms"
        self.fields["year"].validators.append(MinValueValidator(use_import.FIRST_YEAR))
        self.fields["percent"].localize = True
        self.fields["percent"].widget.is_localized = True

    def clean_platform(self) -> str:
        return code_of(self.cleaned_data["platform"])

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if year > localdate(now()).year:
            raise forms.ValidationError(_("This year is still to come."))
        return year

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        users, respondents = cleaned.get("users"), cleaned.get("respondents")
        if users is not None and respondents and users > respondents:
            self.add_error("users", _("More users than people who were asked."))
        given = (cleaned.get("percent"), users, cleaned.get("finding") or None)
        if not self.errors and all(value is None for value in given):
            self.add_error("percent", _("Give a percentage, a number of users, or what was found."))
        return cleaned


class ImportForm(forms.Form):
    """A file, or the text of one; what was read stays in the text until it is taken over."""

    file = forms.FileField(
        label=_("File (CSV)"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )
    text = forms.CharField(
        label=_("Or paste the lines here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "class": "lines"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        upload = cleaned.get("file")
        try:
            if upload:
                if upload.size > 4 * use_import.LONGEST_TEXT:
                    raise use_import.Unreadable(
                        _("This file is too big. Split it into parts of 2,000 lines.")
                    )
                cleaned["text"] = use_import.decoded(upload.read())
            cleaned["preview"] = use_import.preview(cleaned.get("text", ""))
        except use_import.Unreadable as problem:
            self.add_error("file" if upload else "text", str(problem))
        return cleaned
