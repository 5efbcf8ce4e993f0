"""Well-formed input about one of the ten ways."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TickForm(forms.Form):
    is_done = forms.BooleanField(label=_("done"), required=False)
    note = forms.CharField(label=_("note for yourself"), required=False, max_length=300)
