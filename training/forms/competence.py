"""Well-formed input about competences and evidence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from governance.forms.seen import SeenForm
from people.forms import DateInput
from people.models import Role
from training.domain.competence_team import Show
from training.models import Competence, CompetenceEvidence, Course


class CompetenceForm(SeenForm):
    """What one can do, who needs it, and which courses show it."""

    roles = forms.MultipleChoiceField(
        label=_("needed by"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    courses = forms.ModelMultipleChoiceField(
        label=_("courses that show it"),
        queryset=Course.objects.order_by("title", "pk"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Competence
        fields = ("name", "text", "level", "roles", "shown_by_mandate")
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["courses"].initial = [one.pk for one in self.instance.courses.all()]


class EvidenceForm(forms.ModelForm[CompetenceEvidence]):
    """What somebody did, and where it can be seen."""

    class Meta:
        model = CompetenceEvidence
        fields = ("competence", "kind", "text", "link")
        widgets = {"kind": forms.RadioSelect}
        help_texts = {
            "text": _("One or two sentences are enough. No names of students."),
            "link": _("A page of the portal or an address that starts with https://."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = CompetenceEvidence.Kind.choices  # type: ignore[attr-defined]
        self.fields["competence"].queryset = Competence.objects.order_by("name")  # type: ignore[attr-defined]

    def clean_link(self) -> str:
        """A page of our own, or an address on the web; nothing that runs."""
        link = str(self.cleaned_data["link"]).strip()
        if link and not (link.startswith("/") and not link.startswith("//")):
            URLValidator(schemes=["http", "https"])(link)
        return link


class DecisionForm(forms.Form):
    """The word of a manager about evidence."""

    CONFIRM, DECLINE = "confirm", "decline"

    decision = forms.ChoiceField(
        label=_("your decision"),
        choices=[(CONFIRM, _("It counts")), (DECLINE, _("It does not count"))],
        widget=forms.RadioSelect,
    )
    valid_until = forms.DateField(
        label=_("valid until"),
        required=False,
        widget=DateInput(),
        help_text=_("Empty: for ever."),
    )
    reason = forms.CharField(
        label=_("why not"),
        required=False,
        max_length=300,
        help_text=_("Only when it does not count. Your colleague reads this."),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("decision") == self.DECLINE and not data.get("reason", "").strip():
            self.add_error("reason", _("Say why, so that your colleague can do something with it."))
        return data


class TeamFilterForm(forms.Form):
    """Whom to show; what is not well-formed shows everybody."""

    q = forms.CharField(label=_("name or unit"), required=False, max_length=80)
    show = forms.ChoiceField(label=_("show"), required=False, choices=Show.choices)

    @property
    def search(self) -> str:
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""

    @property
    def shown(self) -> str:
        return str(self.cleaned_data.get("show", "")) if self.is_valid() else ""
