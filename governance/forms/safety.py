"""Well-formed input for conversations about tools and for privacy assessments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS, ASSESSMENT_THEMES
from governance.content.safety import CONVERSATION_CARD
from governance.domain import assessments
from governance.domain.talks import TO_HIDE, TRUST
from governance.forms.seen import SeenForm
from governance.models import PrivacyAssessment, ToolTalk
from people.forms import DateInput


def _scale(label: Any, choices: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        choices=[(number, f"{number} – {name}") for number, name in choices],
        widget=forms.RadioSelect,
    )


class TalkForm(SeenForm):
    """Eight questions, two scales, and what was agreed. The answers go in one field of the row."""

    class Meta:
        model = ToolTalk
        fields = (
            "tool",
            "purpose",
            "held_on",
            "with_whom",
            "to_hide",
            "trust",
            "outcome",
            "agreements",
            "review_date",
        )
        field_classes = {"purpose": TextField, "agreements": TextField}
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 2}),
            "agreements": forms.Textarea(attrs={"rows": 3}),
            "held_on": DateInput(),
            "review_date": DateInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, choices in (
            ("to_hide", _("Is there something to hide?"), TO_HIDE),
            ("trust", _("Do we trust who looks along?"), TRUST),
        ):
            self.fields[name] = _scale(label, choices)
        for card in CONVERSATION_CARD:
            self.fields[f"q_{card.code}"] = TextField(
                label=str(card.text),
                help_text=str(card.why),
                required=False,
                max_length=2000,
                initial=self.instance.answers.get(card.code, ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def questions(self) -> list[BoundField]:
        return [self[f"q_{card.code}"] for card in CONVERSATION_CARD]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("outcome") == ToolTalk.Outcome.WITH_AGREEMENTS and not data.get("agreements"):
            self.add_error("agreements", _("Write down what you agreed."))
        self.instance.answers = {
            card.code: text for card in CONVERSATION_CARD if (text := data.get(f"q_{card.code}"))
        }
        return data


class AssessmentForm(SeenForm):
    """Yes or no to each question, and a measure where the answer is a risk."""

    class Meta:
        model = PrivacyAssessment
        fields = ("title", "measures")
        field_classes = {"measures": TextField}
        widgets = {"measures": forms.Textarea(attrs={"rows": 3})}
        labels = {"measures": _("Other remarks")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = self.instance.answers
        for one in ASSESSMENT_QUESTIONS:
            self.fields[f"a_{one.code}"] = forms.ChoiceField(
                label=str(one.text),
                help_text=str(one.help),
                required=False,
                choices=[(assessments.YES, _("yes")), (assessments.NO, _("no"))],
                initial=assessments.answer_of(answers, one.code),
                widget=forms.RadioSelect,
            )
            self.fields[f"m_{one.code}"] = TextField(
                label=_("What we do about it"),
                required=False,
                max_length=1000,
                initial=assessments.measure_of(answers, one.code),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def themes(self) -> Iterator[tuple[Any, list[BoundField]]]:
        for theme in ASSESSMENT_THEMES:
            asked = [one for one in ASSESSMENT_QUESTIONS if one.theme == theme.code]
            yield theme, [self[f"a_{one.code}"] for one in asked]

    @property
    def answers(self) -> dict[str, dict[str, str]]:
        """What is filled in, in the shape in which it is kept."""
        found = {}
        for one in ASSESSMENT_QUESTIONS:
            answer = str(self[f"a_{one.code}"].value() or "")
            measure = str(self[f"m_{one.code}"].value() or "").strip().replace("\r\n", "\n")
            if answer or measure:
                found[one.code] = {"answer": answer, "measure": measure}
        return found

    @property
    def risks(self) -> list[tuple[assessments.Risk, BoundField]]:
        """The risks by the answers so far, each with the field for its measure."""
        return [(risk, self[f"m_{risk.question.code}"]) for risk in assessments.risks(self.answers)]

    @property
    def level(self) -> Any:
        return assessments.verdict(self.answers)

    @property
    def unanswered(self) -> int:
        return assessments.unanswered(self.answers)

    @property
    def hidden_measures(self) -> list[BoundField]:
        """Measures for what is no risk any more: kept, in case the answer changes back."""
        risky = {risk.question.code for risk, _field in self.risks}
        fields = [self[f"m_{one.code}"] for one in ASSESSMENT_QUESTIONS if one.code not in risky]
        return [field for field in fields if field.value()]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.instance.answers = self.answers
        return data


class ConclusionForm(forms.Form):
    """The word of whoever decides."""

    conclusion = forms.ChoiceField(
        label=_("Conclusion"),
        choices=PrivacyAssessment.Conclusion.choices,
        widget=forms.RadioSelect,
    )
    review_date = forms.DateField(label=_("Look again on"), required=False, widget=DateInput())
