"""Well-formed input for channel choices, their scores, the decision, and closing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.content.channels import SCORING_QUESTIONS
from governance.content.platform_facts import HOURS_LABEL, fact_about
from governance.content.platforms import code_of
from governance.domain import channel_hours
from governance.forms.seen import FilledIn
from governance.models import ChannelChoice, ChannelScore, Goal
from people.formfields import ColleagueField

State = ChannelChoice.State
PUBLIC = _("This stands on the public page: say it in words that everybody understands.")


class ChoiceForm(FilledIn, forms.ModelForm[ChannelChoice]):
    """Why, for which goals, how many hours, whose. `edition` is what was seen."""

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = ChannelChoice
        fields = (
            "platform",
            "name",
            "reason",
            "goals",
            "openness",
            "hours_per_week",
            "owner",
        )
        field_classes = {"reason": TextField, "owner": ColleagueField}
        widgets = {
            "reason": forms.Textarea(attrs={"rows": 4}),
            "goals": forms.CheckboxSelectMultiple,
            # In a number input the browser refuses the comma of a Dutch figure.
            "hours_per_week": forms.TextInput(attrs={"inputmode": "decimal"}),
        }
        help_texts = {"reason": PUBLIC}

    def __init__(self, *args: Any, assigns: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = self.instance.edition
        self.fields["platform"].widget.attrs["list"] = "platforms"
        self.initial["platform"] = self.instance.platform_name
        self.fields["hours_per_week"].localize = True
        self.fields["hours_per_week"].widget.is_localized = True
        self.fields["hours_per_week"].help_text = self._hours_help()
        goals = self.fields["goals"]
        assert isinstance(goals, forms.ModelMultipleChoiceField)  # noqa: S101 - for the checker
        goals.queryset = Goal.objects.under_way().order_by("domain", "title")
        if self.instance.state in {State.CHOSEN, State.DECLINED}:
            self.fields["reason"].required = True
        if not assigns:
            del self.fields["owner"], self.fields["platform"]

    def _hours_help(self) -> str:
        fact = fact_about(self.instance.platform)
        if fact is None:
            return ""
        hours = channel_hours.suggested(self.instance.platform)
        suggestion = _("About %(hours)s hours for %(platform)s.") % {
            "hours": f"{hours:f}".replace(".", ","),
            "platform": fact.name,
        }
        return f"{suggestion} {HOURS_LABEL}"

    def clean_platform(self) -> str:
        return code_of(self.cleaned_data["platform"])


class NewChoiceForm(ChoiceForm):
    """A channel that is written down for the first time; a college is on some already."""

    state = forms.ChoiceField(
        label=_("Where do we stand?"),
        choices=[
            (State.CONSIDERED, _("We think about it")),
            (State.CHOSEN, _("We are on it already")),
            (State.CLOSED, _("We were on it, and it is closed")),
        ],
        widget=forms.RadioSelect,
    )
    close_date = forms.DateField(
        label=_("Closed on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Only for a channel that is closed."),
    )
    field_order = ("state", "platform", "name")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        state, closed_on = cleaned.get("state"), cleaned.get("close_date")
        if state == State.CHOSEN and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Say why the college is on this channel."))
        if state == State.CLOSED and not closed_on:
            self.add_error("close_date", _("Say when it was closed; about is good enough."))
        if state == State.CLOSED and closed_on and closed_on > localdate(now()):
            self.add_error("close_date", _("This date is still to come."))
        if state != State.CLOSED:
            cleaned["close_date"] = None
        return cleaned


class ScoreForm(FilledIn, forms.ModelForm[ChannelScore]):
    """The three questions, each with four sentences to choose from."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = ChannelScore
        fields = ("present", "expects", "openness", "reason")

    def __init__(self, *args: Any, edition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = edition
        for question in SCORING_QUESTIONS:
            self.fields[question.code] = forms.TypedChoiceField(
                label=str(question.text),
                help_text=str(question.help),
                coerce=int,
                choices=[
                    (number, f"{number} · {sentence}")
                    for number, sentence in enumerate(question.scale)
                ],
                widget=forms.RadioSelect,
            )
        if not self.instance.pk:  # nothing is chosen for who looks for the first time
            for question in SCORING_QUESTIONS:
                self.initial.pop(question.code, None)


class DecisionForm(forms.Form):
    """Chosen or not, with a reason; and why in spite of what speaks against it."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("What do we do?"),
        choices=[
            (State.CHOSEN, _("We choose this channel")),
            (State.DECLINED, _("We do not choose it")),
            (State.CONSIDERED, _("We think about it further")),
        ],
        widget=forms.RadioSelect,
    )
    reason = TextField(
        label=_("Why"),
        help_text=PUBLIC,
        error_messages={"required": _("Say why. Others want to understand it later.")},
    )
    despite = TextField(label=_("Why we choose it in spite of this"), required=False)

    def __init__(self, *args: Any, choice: ChannelChoice, objects: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"edition": choice.edition, "reason": choice.reason}
        self.fields["reason"].widget.attrs["rows"] = 4
        self.fields["despite"].widget.attrs["rows"] = 3
        self.fields["despite"].help_text = _(
            "Only when you choose it. It stays with the decision, for who looks back later."
        )
        if not objects:
            del self.fields["despite"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        needs_more = cleaned.get("state") == State.CHOSEN and "despite" in self.fields
        if needs_more and not cleaned.get("despite", "").strip():
            self.add_error("despite", _("Say why you go on, or choose to think about it further."))
        return cleaned


class ClosingForm(forms.Form):
    """When and why a channel closes."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    close_date = forms.DateField(
        label=_("Closes on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave a few weeks, so that people hear of it in time."),
    )
    reason = TextField(label=_("Why it closes"), widget=forms.Textarea(attrs={"rows": 4}))

    def clean_close_date(self) -> Any:
        day = self.cleaned_data["close_date"]
        if day < localdate(now()):
            raise forms.ValidationError(_("This date has passed."))
        return day


class StepForm(forms.Form):
    """A step of closing: done, skipped with a note, or open again."""

    outcome = forms.ChoiceField(choices=[("done", ""), ("skipped", ""), ("open", "")])
    note = forms.CharField(max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("outcome") == "skipped" and not cleaned.get("note"):
            self.add_error("note", _("Say why this step is not needed."))
        if cleaned.get("outcome") == "open":
            cleaned["note"] = ""
        return cleaned
