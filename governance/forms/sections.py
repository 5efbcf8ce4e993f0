"""Well-formed input for the clauses of a version, and for the house rules that they follow."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.forms.seen import FilledIn
from governance.models import HouseRule, PolicySection


class SectionForm(FilledIn, forms.ModelForm[PolicySection]):
    """One clause. `edition` is what the writer saw."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = PolicySection
        fields = ("title", "what", "why", "tip", "house_rules")
        field_classes = {"what": TextField, "why": TextField}
        widgets = {
            "what": forms.Textarea(attrs={"rows": 12}),
            "why": forms.Textarea(attrs={"rows": 4}),
            "house_rules": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = self.instance.edition
        rules = self.fields["house_rules"]
        assert isinstance(rules, forms.ModelMultipleChoiceField)  # noqa: S101
        rules.queryset = HouseRule.objects.order_by("title")


class HouseRuleForm(forms.ModelForm[HouseRule]):
    """Another code of conduct of the college."""

    url = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = HouseRule
        fields = ("title", "url", "note")
