"""Well-formed input for a learning activity: one form for each step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.forms.seen import SeenForm
from people.forms import DateInput
from training.content.lesson_plans import PRIVACY_QUESTIONS
from training.domain.lesson_plans import NO, YES
from training.models import LessonPlan


class GoalForm(SeenForm):
    class Meta:
        model = LessonPlan
        fields = ("title", "goal")
        field_classes = {"goal": TextField}
        widgets = {"goal": forms.Textarea(attrs={"rows": 4})}


class ActivityForm(SeenForm):
    class Meta:
        model = LessonPlan
        fields = ("activity",)
        field_classes = {"activity": TextField}
        widgets = {"activity": forms.Textarea(attrs={"rows": 5})}


class MediumForm(SeenForm):
    class Meta:
        model = LessonPlan
        fields = ("medium",)


class ContentForm(SeenForm):
    class Meta:
        model = LessonPlan
        fields = ("content",)
        field_classes = {"content": TextField}
        widgets = {"content": forms.Textarea(attrs={"rows": 5})}


class ClassForm(SeenForm):
    """For whom and when, and a short look at privacy."""

    class Meta:
        model = LessonPlan
        fields = ("group", "on_date")
        widgets = {"on_date": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in PRIVACY_QUESTIONS:
            self.fields[f"p_{one.code}"] = forms.ChoiceField(
                label=str(one.text),
                required=False,
                choices=[(YES, _("yes")), (NO, _("no"))],
                initial=self.instance.privacy.get(one.code, ""),
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        said = {one.code: data.get(f"p_{one.code}", "") for one in PRIVACY_QUESTIONS}
        self.instance.privacy = {code: answer for code, answer in said.items() if answer}
        return data


FORMS: Mapping[str, type[SeenForm]] = {
    "goal": GoalForm,
    "activity": ActivityForm,
    "medium": MediumForm,
    "content": ContentForm,
    "class": ClassForm,
}


class LookBackForm(forms.ModelForm[LessonPlan]):
    class Meta:
        model = LessonPlan
        fields = ("reflection",)
        labels = {"reflection": _("How it went")}
        field_classes = {"reflection": TextField}
        widgets = {"reflection": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reflection"].required = True


class PlanFilterForm(forms.Form):
    q = forms.CharField(label=_("search"), required=False, max_length=80)

    @property
    def search(self) -> str:
        return str(self.cleaned_data["q"]) if self.is_valid() else ""
