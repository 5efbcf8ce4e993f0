"""Well-formed input about mandates."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from people.formfields import ColleagueField
from training.domain.mandate_team import Show


class RightForm(forms.Form):
    """Who may post on a channel."""

    person = ColleagueField(label=_("colleague"))


class TeamFilterForm(forms.Form):
    """Whom to show; what is not well-formed shows everybody."""

    q = forms.CharField(label=_("name or unit"), required=False, max_length=80)
    show = forms.ChoiceField(label=_("show"), required=False, choices=Show.choices)

    @property
    def words(self) -> dict[str, str]:
        self.is_valid()
        found = self.cleaned_data
        return {"search": found.get("q", ""), "show": found.get("show", "")}
