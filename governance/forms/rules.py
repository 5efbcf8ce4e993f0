"""Well-formed input for the routing table of a webcare policy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import languages
from core.searchquery import QuerySyntaxError
from governance.domain.routing import check_words
from governance.forms.seen import FilledIn
from governance.models import RoutingRule
from governance.models.routing import Platform, Sentiment, Threat
from governance.templatetags.policies import minutes
from people.models import Team

MINUTES = {
    20: _("20 minutes"),
    60: _("1 hour"),
    120: _("2 hours"),
    240: _("4 hours"),
    480: _("8 hours"),
    1440: _("24 hours"),
    2880: _("2 days"),
    7200: _("5 days"),
}


def minutes_field(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, choices=list(MINUTES.items()))


def offer(field: forms.Field, current: int) -> None:
    """Add a response target that was set elsewhere, so that saving the form does not change it."""
    assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - says so to the type checker
    field.choices = sorted({**MINUTES, current: MINUTES.get(current) or minutes(current)}.items())


class CommaListField(forms.CharField):
    """Several short values on one line, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [part.strip() for part in str(value or "").split(",") if part.strip()]


class CodeListField(CommaListField):
    """Codes as the portal writes them: "X, RSS" → x, rss. A rule compares them letter by letter."""

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [code.lower() for code in super().to_python(value)]


class RuleForm(FilledIn, forms.ModelForm[RoutingRule]):
    """One line of the routing table, with the place of a mistake in the words."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    terms = CodeListField(
        label=_("Search terms"), required=False, help_text=_("Their short names, with commas.")
    )
    platforms = forms.MultipleChoiceField(
        label=_("Platforms"),
        choices=Platform.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    authors = CommaListField(
        label=_("Authors"), required=False, help_text=_("Account names, with commas.")
    )
    languages = CodeListField(
        label=_("Languages"), required=False, help_text=_("For instance: nl, en")
    )
    sentiments = forms.MultipleChoiceField(
        label=_("Tone"),
        choices=Sentiment.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    threats = forms.MultipleChoiceField(
        label=_("Threat"),
        choices=[choice for choice in Threat.choices if choice[0] != Threat.NONE],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    target_minutes = minutes_field(_("Answer within"))

    class Meta:
        model = RoutingRule
        fields = (
            "name",
            "section",
            "words",
            "terms",
            "platforms",
            "authors",
            "languages",
            "sentiments",
            "threats",
            "team",
            "category",
            "priority",
            "target_minutes",
            "clock",
            "needs_approval",
        )
        widgets = {"words": forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["target_minutes"], self.instance.target_minutes)
        section = self.fields["section"]
        assert isinstance(section, forms.ModelChoiceField)  # noqa: S101 - as above
        section.queryset = self.instance.version.sections.order_by("position")
        section.empty_label = gettext("No clause")
        team = self.fields["team"]
        assert isinstance(team, forms.ModelChoiceField)  # noqa: S101 - says so to the type checker
        team.queryset = Team.objects.order_by("name")
        team.empty_label = gettext("No answer needed")

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].strip()
        if words:
            try:
                check_words(words)
            except QuerySyntaxError as error:
                raise forms.ValidationError(
                    _("At character %(place)s (“%(near)s”): %(problem)s"),
                    params={
                        "place": error.position + 1,
                        "near": words[error.position : error.position + 12],
                        "problem": gettext(error.template) % error.params,
                    },
                ) from error
        return words

    def clean_languages(self) -> list[str]:
        """Codes such as nl: a rule with a word that is no code would never fit."""
        codes: list[str] = self.cleaned_data["languages"]
        if unknown := [code for code in codes if not languages.is_known(code)]:
            raise forms.ValidationError(
                _("Use codes of two letters, such as nl or en; “%(code)s” is none."),
                params={"code": unknown[0]},
            )
        return codes
