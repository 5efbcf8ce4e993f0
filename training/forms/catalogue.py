"""Well-formed courses with their lessons, and what to look for in the catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.forms.seen import SeenForm
from training.models import Course, Lesson, Level, Track


class CatalogueFilterForm(forms.Form):
    q = forms.CharField(
        label=_("search"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search"}),
    )
    level = forms.ChoiceField(label=_("level"), required=False)
    track = forms.ChoiceField(label=_("for"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("level", Level), ("track", Track)):
            field: Any = self.fields[name]
            field.choices = [("", _("all")), *choices.choices]

    @property
    def chosen(self) -> dict[str, str]:
        """What is filled in and well-formed, as `catalogue.search` takes it."""
        self.full_clean()
        data = getattr(self, "cleaned_data", {})
        names = {"text": "q", "level": "level", "track": "track"}
        return {name: data.get(key, "") for name, key in names.items()}


MORE_THAN_ONE = 2
MARKED = "-*+#>0123456789 "
"""How a line begins that is Markdown already."""


class CourseForm(SeenForm):
    """Everything but the lessons."""

    class Meta:
        model = Course
        fields = (
            "title",
            "summary",
            "form",
            "level",
            "track",
            "description",
            "learning_goals",
            "minutes",
            "capacity",
            "prerequisites",
            "needs_approval",
            "gives_certificate",
            "valid_months",
            "may_miss",
            "needs_assignment",
            "assignment",
            "counts_for_mandate",
        )
        labels = {"capacity": _("number of places")}
        help_texts = {"learning_goals": _("One on each line.")}
        field_classes = {
            "description": TextField,
            "learning_goals": TextField,
            "assignment": TextField,
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2}),
            "description": forms.Textarea(attrs={"rows": 5}),
            "learning_goals": forms.Textarea(attrs={"rows": 4}),
            "assignment": forms.Textarea(attrs={"rows": 3}),
            "prerequisites": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["prerequisites"]
        others = Course.objects.filter(track__in=[Track.EDUCATION, Track.SUPPORT, Track.EVERYBODY])
        field.queryset = others.exclude(pk=self.instance.pk).order_by("title")

    def clean_learning_goals(self) -> str:
        """Lines become a list, unless somebody formatted them already."""
        text: str = self.cleaned_data["learning_goals"]
        lines = text.splitlines()
        if len(lines) < MORE_THAN_ONE or any(not one or one[0] in MARKED for one in lines):
            return text
        return "\n".join(f"- {one}" for one in lines)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("needs_assignment") and not data.get("assignment"):
            self.add_error("assignment", _("Say what the assignment is."))
        return data


class LessonForm(forms.ModelForm[Lesson]):
    class Meta:
        model = Lesson
        fields = ("position", "title", "minutes", "text")
        field_classes = {"text": TextField}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].required = False

    def clean_position(self) -> int:
        """Without a number it comes last; the domain numbers them again."""
        return self.cleaned_data.get("position") or 1_000

    def has_changed(self) -> bool:
        """An empty row with only its default minutes is no lesson."""
        return bool(set(self.changed_data) - {"minutes", "position"}) or (
            self.instance.pk is not None and super().has_changed()
        )


class LessonSet(BaseInlineFormSet[Lesson, Course, LessonForm]):
    def validate_unique(self) -> None:
        """Two lessons with one number are put in order, not refused."""


LESSONS = inlineformset_factory(
    Course, Lesson, form=LessonForm, formset=LessonSet, extra=2, can_delete=True
)
