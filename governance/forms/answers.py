"""Well-formed input of those who fill in the questionnaire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.domain.rounds.questions import Question


class AnswersForm(forms.Form):
    """One page of the questionnaire: every question has an answer, if only "not applicable"."""

    def __init__(
        self, data: Any = None, *, questions: Sequence[Question], answers: Mapping[str, int]
    ) -> None:
        super().__init__(data)
        for question in questions:
            self.fields[question.key] = forms.TypedChoiceField(
                label=question.text,
                choices=question.levels,
                coerce=int,
                widget=forms.RadioSelect,
                initial=answers.get(question.key),
                error_messages={"required": _("Choose what fits best, or the last answer.")},
            )

    @property
    def given(self) -> dict[str, int]:
        """What was answered, also when the page is not complete."""
        return {
            key: value
            for key, value in getattr(self, "cleaned_data", {}).items()
            if isinstance(value, int)
        }


class RemarkForm(forms.Form):
    """The last word, before the form is handed in."""

    remark = TextField(
        label=_("Is there something that you want to add?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Do not write names. What you write is shown without your name, and only when at least"
            " five people of your group have answered."
        ),
    )


class CodeForm(forms.Form):
    """A code from a slip of paper, or the one with which somebody goes on elsewhere."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
