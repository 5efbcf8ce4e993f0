"""Well-formed input for policies and their routing rules."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import languages
from core.formfields import TextField
from core.searchquery import QuerySyntaxError
from governance.domain.routing import check_words
from governance.models import Policy, PolicyVersion, RoutingRule
from governance.models.routing import Platform, Sentiment, Threat
from governance.templatetags.policies import minutes
from people.models import Role, Team, User

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


class PolicyForm(forms.ModelForm[Policy]):
    """A new policy; its address follows from its title."""

    class Meta:
        model = Policy
        fields = ("kind", "title")

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        self.instance.slug = slugify(title)
        taken = self.instance.slug in {"", "new"}
        if taken or Policy.objects.filter(slug=self.instance.slug).exists():
            raise forms.ValidationError(_("There is already a policy with this title."))
        return title

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if kind == Policy.Kind.WEBCARE and Policy.objects.of_kind(kind).exists():
            raise forms.ValidationError(_("There is one webcare policy; start a change of it."))
        return kind


class VersionForm(forms.ModelForm[PolicyVersion]):
    """The text of a version, and the fallback of a webcare policy. `edition` is what was seen."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    fallback_target_minutes = minutes_field(_("Answer what the rules leave open within"))

    class Meta:
        model = PolicyVersion
        fields = ("summary", "body", "fallback_team", "fallback_target_minutes")
        field_classes = {"body": TextField}
        widgets = {"body": forms.Textarea(attrs={"rows": 18})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = self.instance.edition
        offer(self.fields["fallback_target_minutes"], self.instance.fallback_target_minutes)
        if self.instance.policy.kind != Policy.Kind.WEBCARE:
            del self.fields["fallback_team"], self.fields["fallback_target_minutes"]

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "edition"}


class RuleForm(forms.ModelForm[RoutingRule]):
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

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "edition"}


class SubmitForm(forms.Form):
    """Who must decide: a named person, never the author."""

    approver = forms.ModelChoiceField(label=_("Who decides"), queryset=User.objects.none())

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        approver = self.fields["approver"]
        assert isinstance(approver, forms.ModelChoiceField)  # noqa: S101
        deciders = User.objects.with_role(Role.MANAGER, Role.BOARD).exclude(pk=author.pk)
        approver.queryset = deciders.order_by("name")


class DecisionForm(forms.Form):
    """The approver's word; asking for changes needs a reason."""

    approves = forms.BooleanField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Remark"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("approves") and not cleaned.get("note", "").strip():
            self.add_error("note", _("Say what has to change, so that the author can go on."))
        return cleaned
