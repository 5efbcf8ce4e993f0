"""Well-formed input for evaluations, experiences and proposals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.forms.seen import SeenForm
from governance.models import Policy
from people.models import Unit
from training.models import Course, Evaluation, Experience, Proposal

AGREE = [
    (1, _("1 – not at all")),
    (2, _("2 – hardly")),
    (3, _("3 – somewhat")),
    (4, _("4 – mostly")),
    (5, _("5 – completely")),
]


class EvaluationForm(forms.ModelForm[Evaluation]):
    """Three scales and three questions that may stay open."""

    class Meta:
        model = Evaluation
        fields = ("useful", "clear", "daring", "works", "works_not", "wish")
        field_classes = {"works": TextField, "works_not": TextField, "wish": TextField}
        widgets = {
            name: forms.Textarea(attrs={"rows": 2}) for name in ("works", "works_not", "wish")
        }
        labels = {
            "works": _("What works for you?"),
            "works_not": _("What does not work (yet)?"),
            "wish": _("What do you still wish for?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("useful", "clear", "daring"):
            self.fields[name] = forms.TypedChoiceField(
                label=self.fields[name].label,
                coerce=int,
                choices=AGREE,
                widget=forms.RadioSelect,
            )
        for name in ("works", "works_not", "wish"):
            self.fields[name].max_length = 2000  # type: ignore[attr-defined]
            self.fields[name].help_text = _("Write no names: then it stays anonymous.")
        self.fields["works_not"].help_text = self.fields["wish"].help_text = ""


class ExperienceForm(SeenForm):
    """What works or does not, with as little as possible to fill in."""

    class Meta:
        model = Experience
        fields = ("kind", "text", "platform", "course")
        field_classes = {"text": TextField}
        widgets = {"kind": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "text": _("What did you do, with whom, and what came of it? Mistakes are welcome."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = Experience.Kind.choices
        course: Any = self.fields["course"]
        course.queryset = Course.objects.published().order_by("title")
        course.empty_label = _("no course")


class ExperienceFilterForm(forms.Form):
    """What a reader looks for."""

    words = forms.CharField(
        label=_("words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=_("what kind"), required=False, choices=[("", _("all")), *Experience.Kind.choices]
    )
    course = forms.ModelChoiceField(
        label=_("course"), required=False, queryset=Course.objects.none(), empty_label=_("all")
    )
    unit = forms.ModelChoiceField(
        label=_("unit"), required=False, queryset=Unit.objects.none(), empty_label=_("all")
    )
    mine = forms.BooleanField(label=_("only mine"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        course: Any = self.fields["course"]
        course.queryset = (
            Course.objects.filter(experiences__isnull=False).distinct().order_by("title")
        )
        unit: Any = self.fields["unit"]
        unit.queryset = Unit.objects.filter(experiences__isnull=False).distinct().order_by("name")

    @property
    def asked(self) -> dict[str, Any]:
        """What is filled in and makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class ProposalForm(forms.ModelForm[Proposal]):
    """What an organiser makes of experiences."""

    class Meta:
        model = Proposal
        fields = ("kind", "title", "text", "policy")
        field_classes = {"text": TextField}
        widgets = {"kind": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = Proposal.Kind.choices
        policy: Any = self.fields["policy"]
        policy.queryset = Policy.objects.order_by("title")
        policy.empty_label = _("no policy")
        policy.help_text = _("Only when a policy has to change.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("kind") == Proposal.Kind.POLICY and not data.get("policy"):
            self.add_error("policy", _("Choose which policy has to change."))
        return data


class OutcomeForm(forms.Form):
    """What became of a proposal."""

    outcome = forms.ChoiceField(
        label=_("outcome"), choices=Proposal.Outcome.choices, widget=forms.RadioSelect
    )
    because = TextField(
        label=_("what came of it, or why not"),
        help_text=_("Everybody whose experience led to this reads your answer."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
