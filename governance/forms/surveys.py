"""Well-formed input for a survey: among whom, and about which platforms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.content import survey as content
from governance.content.platforms import code_of, name_of
from governance.models import Audience, PlatformSurvey

MOST_PLATFORMS = 20


class SurveyForm(forms.ModelForm[PlatformSurvey]):
    """A survey as its maker sees it. Platforms stand on lines of their own, in the asked order."""

    platforms = forms.CharField(
        label=_("Platforms"),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("One on each line, in the order in which you ask. Ten is plenty on a phone."),
    )

    class Meta:
        model = PlatformSurvey
        fields = ("title", "audience", "introduction", "platforms")
        field_classes = {"introduction": TextField}
        widgets = {"introduction": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        audience = self.fields["audience"]
        assert isinstance(audience, forms.ModelChoiceField)  # noqa: S101 - says so to the checker
        audience.queryset = Audience.objects.filter(is_active=True).order_by("position", "pk")
        audience.empty_label = None
        self.fields["introduction"].help_text = _("Empty means: %(text)s") % {
            "text": content.INTRODUCTION
        }
        chosen = self.instance.platforms or content.SURVEY_PLATFORMS
        self.initial["platforms"] = "\n".join(name_of(platform) for platform in chosen)
        if not self.instance.pk:
            self.initial["title"] = str(content.TITLE)

    def clean_platforms(self) -> list[str]:
        lines = self.cleaned_data["platforms"].replace(",", "\n").splitlines()
        platforms = list(dict.fromkeys(code_of(line) for line in lines if line.strip()))
        if len(platforms) > MOST_PLATFORMS:
            raise forms.ValidationError(_("Ask about at most 20 platforms."))
        if any(len(platform) > 40 for platform in platforms):
            raise forms.ValidationError(_("The name of a platform has at most 40 characters."))
        return platforms
