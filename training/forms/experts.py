"""Well-formed input for experts and the questions to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from training.domain import experts
from training.models import Article, Expert, Question

MOST_SKILLS = 12


class SkillsForm(forms.ModelForm[Any]):
    """Skills that people have stand ready to be ticked; new ones are typed."""

    def __init__(self, *args: Any, chosen: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [skill.name for skill in experts.suggestions()]
        named = chosen or []
        names = list(dict.fromkeys([*named, *known]))
        self.fields["known"] = forms.MultipleChoiceField(
            label=self.skills_label,
            required=False,
            choices=[(name, name) for name in names],
            initial=named,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["others"] = forms.CharField(
            label=_("Other skills"),
            required=False,
            max_length=300,
            help_text=_("With a comma between them, for instance: Instagram, portrait rights."),
        )
        if not names:
            del self.fields["known"]
            self.fields["others"].label = self.skills_label

    skills_label = _("About")

    @property
    def skills(self) -> list[str]:
        typed = str(self.cleaned_data.get("others") or "").replace(";", ",").split(",")
        ticked = self.cleaned_data.get("known") or []
        return [name.strip() for name in [*ticked, *typed] if name.strip()]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if len(self.skills) > MOST_SKILLS:
            self.add_error("others", _("At most twelve, so that questions find the right person."))
        return data


class ExpertForm(SkillsForm):
    """What somebody wants to be asked about, and the consent to be found."""

    skills_label = _("You can ask me about")

    languages = forms.MultipleChoiceField(
        label=_("I answer in"),
        choices=Article.Language.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    consent = forms.BooleanField(
        label=_("Colleagues may find me here with my name, unit and skills, and ask me questions."),
        help_text=_("You can stop at any time; you are gone from the list at once."),
    )
    field_order = ("known", "others", "about", "languages", "most_open", "consent")

    class Meta:
        model = Expert
        fields = ("about", "languages", "most_open")
        field_classes = {"about": TextField}
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)
        if self.instance.pk:
            del self.fields["consent"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.skills and "others" not in self.errors:
            self.add_error("others", _("Name at least one thing that you know about."))
        return data


class QuestionForm(SkillsForm):
    """A question; what it is about decides who gets it."""

    skills_label = _("What is it about?")
    field_order = ("title", "text", "known", "others", "language")

    class Meta:
        model = Question
        fields = ("title", "text", "language")
        field_classes = {"text": TextField}
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"text": _("No names of students.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class AnswerForm(forms.Form):
    answer = TextField(
        label=_("Your answer"),
        max_length=8000,
        help_text=_("Markdown. Begin with the answer in one or two sentences."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class PassForm(forms.Form):
    reason = forms.CharField(label=_("Why you pass it on"), max_length=300, required=False)


class AssignForm(forms.Form):
    expert = forms.ModelChoiceField(label=_("Who answers"), queryset=Expert.objects.none())

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["expert"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        others = experts.willing().exclude(user=question.asker_id).exclude(user=question.expert_id)
        field.queryset = others.select_related("user").order_by("user__name", "pk")


class ExpertFilterForm(forms.Form):
    """What stands in the address of the list of experts."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    skill = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def value(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "") if self.is_valid() else ""
