"""Well-formed input for who must read, the confirmation with its quiz, and the quiz itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from governance.domain import openings, quizzes
from governance.domain.openings import Opening
from governance.forms.seen import FilledIn, SeenMoment
from governance.models import PolicyVersion, QuizQuestion, Readership
from people.domain import units
from people.forms import DateInput
from people.models import Role, Unit, User


class ReadershipForm(FilledIn, forms.ModelForm[Readership]):
    """Who must confirm a policy, and in how many days. `seen` is when it last changed for us."""

    seen = SeenMoment()
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing chosen asks all roles."),
    )

    class Meta:
        model = Readership
        fields = ("roles", "units", "since_date", "days", "new_staff_days", "target_percent")
        widgets = {"units": forms.CheckboxSelectMultiple, "since_date": DateInput()}
        help_texts = {
            "units": _("With the units below them. Nothing chosen asks the whole college."),
            "since_date": _(
                "The days count from here, or from the day on which the version came into force if"
                " that is later."
            ),
            "new_staff_days": _("Counted from the day on which they got their account."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.instance.updated_at
        else:
            self.initial.setdefault("since_date", localdate(now()))
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - for the type checker
        field.queryset = Unit.objects.all()
        field.choices = [(branch.unit.pk, branch.indented) for branch in units.tree()]


class ConfirmForm(forms.Form):
    """At the end of the text: the questions, if there are any, and the note that it was opened."""

    opened = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.version = user, version
        self.questions = list(version.questions.order_by("position"))
        self.opening = Opening(user.pk, version.pk)
        self.initial["opened"] = self.opening.note
        for question in self.questions:
            self.fields[name_of(question)] = forms.TypedChoiceField(
                label=question.text,
                coerce=int,
                choices=list(enumerate(question.options)),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose an answer.")},
            )

    def clean_opened(self) -> str:
        note: str = self.cleaned_data["opened"]
        opening = openings.read(note)
        if opening is None or not opening.is_of(self.user, self.version):
            raise forms.ValidationError(_("Open the text first."))
        self.opening = opening
        return note

    def mistakes(self) -> list[QuizQuestion]:
        """The questions that were answered wrong; the next try is counted."""
        answers = {one.pk: self.cleaned_data.get(name_of(one)) for one in self.questions}
        wrong = quizzes.mistakes(self.questions, answers)
        for question in wrong:
            self.add_error(name_of(question), _("This is not what the text says. Read it again."))
        return wrong

    def count_try(self) -> Opening:
        """One more try; the form that is shown again carries it along."""
        seen = self.opening
        self.opening = Opening(seen.user_id, seen.version_id, seen.tries + 1)
        self.data = {**self.data.dict(), "opened": self.opening.note}  # type: ignore[attr-defined]
        return self.opening


def name_of(question: QuizQuestion) -> str:
    return f"question_{question.pk}"


class QuestionForm(forms.ModelForm[QuizQuestion]):
    """One question of the quiz, with two to four answers of which one is right."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    section_key = forms.TypedChoiceField(
        label=_("Clause"),
        required=False,
        coerce=UUID,
        empty_value=None,
        help_text=_("Who answers wrong is led back to it."),
    )
    option_1 = forms.CharField(label=_("Answer 1"), max_length=200)
    option_2 = forms.CharField(label=_("Answer 2"), max_length=200)
    option_3 = forms.CharField(label=_("Answer 3"), max_length=200, required=False)
    option_4 = forms.CharField(label=_("Answer 4"), max_length=200, required=False)
    right = forms.TypedChoiceField(
        label=_("The right answer"),
        coerce=int,
        choices=[(place, str(place + 1)) for place in range(quizzes.MOST)],
        widget=forms.RadioSelect,
    )
    field_order = ("text", "option_1", "option_2", "option_3", "option_4", "right", "section_key")

    class Meta:
        model = QuizQuestion
        fields = ("text", "section_key", "right")

    def __init__(self, *args: Any, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("edition", version.edition)
        for place, option in enumerate(self.instance.options or [], start=1):
            self.initial[f"option_{place}"] = option
        sections = version.sections.order_by("position").values_list("key", "title")
        clause = self.fields["section_key"]
        assert isinstance(clause, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        clause.choices = [
            ("", _("None in particular")),
            *((str(key), name) for key, name in sections),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        given = [cleaned.get(f"option_{place + 1}", "") for place in range(quizzes.MOST)]
        options = [option for option in given if option]
        right = cleaned.get("right")
        if len(set(options)) < len(options):
            self.add_error("option_1", _("Two answers are the same."))
        if right is not None and not given[right]:
            self.add_error("right", _("This answer is empty."))
        elif right is not None:
            cleaned["right"] = options.index(given[right])
        cleaned["options"] = options
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        names = ("text", "section_key", "options", "right")
        return {name: self.cleaned_data[name] for name in names}
