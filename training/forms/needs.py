"""Well-formed input about training needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from people.models import Team
from training.models import Course, NeedProposal

State = NeedProposal.State


class ProposalForm(forms.ModelForm[NeedProposal]):
    """A course, an article, or something else to do together."""

    class Meta:
        model = NeedProposal
        fields = ("team", "theme", "course", "article_url", "text")
        field_classes = {"text": TextField}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.order_by("name")  # type: ignore[attr-defined]
        courses = Course.objects.published().order_by("title", "pk")
        self.fields["course"].queryset = courses  # type: ignore[attr-defined]

    def clean_article_url(self) -> str:
        """A page of our own, or an address on the web; nothing that runs."""
        link = str(self.cleaned_data["article_url"]).strip()
        is_ours = link.startswith("/") and not link.startswith("//")
        if link and not is_ours and not link.startswith(("https://", "http://")):
            raise forms.ValidationError(_("Give an address that starts with https:// or /."))
        return link


class OutcomeForm(forms.Form):
    """What becomes of a proposal."""

    state = forms.ChoiceField(
        label=_("what becomes of it"),
        choices=[(one.value, one.label) for one in (State.ACCEPTED, State.DECLINED, State.DONE)],
        widget=forms.RadioSelect,
    )
    outcome = TextField(
        label=_("what came of it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("state") == State.DONE and not data.get("outcome"):
            self.add_error("outcome", _("Write down what came of it."))
        return data
