"""Well-formed input for a review."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.models import Review


class ReviewForm(forms.Form):
    """What comes of looking at a policy again, and why."""

    outcome = forms.ChoiceField(
        label=_("What comes of it"),
        choices=[
            (Review.Outcome.KEEP, _("It stays as it is")),
            (Review.Outcome.CHANGE, _("It needs a change: start a draft")),
            (Review.Outcome.WITHDRAW, _("It can go: from now on it is not in force")),
        ],
        widget=forms.RadioSelect,
    )
    note = TextField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 4}))
