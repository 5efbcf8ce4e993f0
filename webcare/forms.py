"""Well-formed input for the work on tickets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.models.routing import Priority, Sentiment, Threat
from monitoring.models import Platform
from people.models import Team
from webcare.domain import queries
from webcare.models import Correction, Ticket


class InboxForm(forms.Form):
    """What stands in the address of the inbox; nonsense filters nothing."""

    VIEWS = (
        ("", _("Open")),
        ("mine", _("Mine")),
        ("free", _("Free")),
        ("waiting", _("Waiting")),
        ("closed", _("Closed")),
    )
    view = forms.ChoiceField(required=False, choices=VIEWS)
    q = forms.CharField(required=False, max_length=200, label=_("Search"))
    only = forms.ChoiceField(
        required=False,
        label=_("Only"),
        choices=[
            ("", _("everything")),
            ("unsure", _("unsure")),
            ("noise", _("probably no answer needed")),
            ("overdue", _("late")),
            ("threat", _("possible threats")),
            ("approval", _("awaiting approval")),
        ],
    )
    platform = forms.ChoiceField(
        required=False,
        label=_("Platform"),
        choices=[("", _("all platforms")), *Platform.choices],
    )
    after = forms.CharField(required=False, max_length=500)

    def value(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300)


class TeamForm(forms.Form):
    to = forms.ModelChoiceField(label=_("To"), queryset=Team.objects.none(), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)  # noqa: S101 - says so to the type checker
        to.queryset = queries.queue_teams()


class RerouteForm(TeamForm, ReasonForm):
    field_order = ("to", "reason")


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=Ticket.Outcome.choices)


class NoteForm(forms.Form):
    text = TextField(
        label=_("Note for colleagues"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PriorityForm(forms.Form):
    to = forms.TypedChoiceField(label=_("Priority"), coerce=int, choices=Priority.choices)


class CategoryForm(forms.Form):
    to = forms.CharField(label=_("Category"), max_length=60)


class CorrectionForm(forms.Form):
    """Tone or threat, put right by a person."""

    kind = forms.ChoiceField(
        choices=[
            (Correction.Kind.SENTIMENT, _("tone")),
            (Correction.Kind.THREAT, _("threat")),
        ]
    )
    after = forms.ChoiceField(choices=[*Sentiment.choices, *Threat.choices])


class ReplyForm(forms.Form):
    """An answer. `form_key` makes the same form posted twice one answer; `seen_revision` is what
    the writer had on the screen."""

    mention = forms.IntegerField(widget=forms.HiddenInput)
    text = TextField(label=_("Answer"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 4}))
    form_key = forms.UUIDField(widget=forms.HiddenInput)
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)
