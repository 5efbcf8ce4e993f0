"""A note on one of the ten tips."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.models import TipNote


class TipNoteForm(forms.ModelForm[TipNote]):
    """What we say ourselves; without a verdict the portal's own evidence speaks."""

    class Meta:
        model = TipNote
        fields = ("verdict", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        verdict = self.fields["verdict"]
        assert isinstance(verdict, forms.ChoiceField)  # noqa: S101 - says so to the type checker
        verdict.choices = [("", _("as the portal sees it")), *TipNote.Verdict.choices]
