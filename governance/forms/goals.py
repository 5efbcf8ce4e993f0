"""Well-formed input for goals and the core strategy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField, has_rows
from governance.domain import audiences
from governance.forms.seen import FilledIn
from governance.models import Domain, Goal, Policy, Strategy
from people.formfields import ColleagueField
from people.models import Role, User


class StrategyForm(forms.ModelForm[Strategy]):
    """One line of the core strategy."""

    class Meta:
        model = Strategy
        fields = ("title", "description", "source")
        field_classes = {"description": TextField}
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}


class GoalForm(FilledIn, forms.ModelForm[Goal]):
    """A goal with its chain. `edition` is what the writer saw."""

    apart = frozenset({"edition", "audiences"})

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    activity = TextField(
        label=_("activity"),
        required=False,
        help_text=_("What do you do? For instance: students keep a blog during their placement."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    consequence = TextField(
        label=_("consequence"),
        required=False,
        help_text=_("What happens because you do this?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    effect = TextField(
        label=_("effect"),
        required=False,
        help_text=_("What does the college gain by that?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    audiences = forms.MultipleChoiceField(
        label=_("audiences"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Goal
        fields = (
            "domain",
            "title",
            "activity",
            "consequence",
            "effect",
            "vision",
            "strategy",
            "owner",
            "target_date",
        )
        field_classes = {"owner": ColleagueField}
        widgets = {"target_date": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = self.instance.edition
        chosen = self.instance.audiences.all() if self.instance.pk else []
        self.fields["audiences"].initial = [audience.code for audience in chosen]
        self.fields["audiences"].choices = audiences.choices()  # type: ignore[attr-defined]
        self._offer("vision", Policy.objects.of_kind(Policy.Kind.VISION).order_by("title"))
        self._offer("strategy", Strategy.objects.order_by("-is_current", "position"))

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - says so to the type checker
        field.queryset = rows
        field.empty_label = _("nothing chosen")


class GoalFilterForm(forms.Form):
    """What the list of goals is narrowed to."""

    LOOSE = (
        ("no_indicator", _("without indicator")),
        ("no_figure", _("without a fresh figure")),
        ("no_audience", _("without audience")),
        ("no_vision", _("without vision")),
    )

    domain = forms.ChoiceField(
        label=_("domain"), choices=[("", _("all")), *Domain.choices], required=False
    )
    state = forms.ChoiceField(
        label=_("state"), choices=[("", _("all")), *Goal.State.choices], required=False
    )
    loose = forms.ChoiceField(
        label=_("loose ends"), choices=[("", _("does not matter")), *LOOSE], required=False
    )
    mine = forms.BooleanField(label=_("only mine"), required=False)


class SubmitForm(forms.Form):
    """Who must decide: a named person, never the author."""

    approver = forms.ModelChoiceField(label=_("Who decides"), queryset=User.objects.none())

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        approver = self.fields["approver"]
        assert isinstance(approver, forms.ModelChoiceField)  # noqa: S101
        deciders = User.objects.with_role(Role.MANAGER, Role.BOARD).exclude(pk=author.pk)
        approver.queryset = deciders.order_by("name")

    @property
    def has_deciders(self) -> bool:
        return has_rows(self.fields["approver"])


class EndForm(forms.Form):
    """How a goal ended, in words that somebody can learn from later."""

    reached = forms.BooleanField(required=False, widget=forms.HiddenInput)
    note = TextField(label=_("How it ended"), widget=forms.Textarea(attrs={"rows": 3}))
