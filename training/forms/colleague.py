"""Naming a colleague in a form: by e-mail address or by name, as a college has thousands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import User


class ColleagueField(forms.CharField):
    """One active colleague; says so when there is none, or more than one."""

    default_error_messages = {
        "unknown": _("Nobody is called like that. Write the whole name or the e-mail address."),
        "unclear": _("Several colleagues are called like that. Write the e-mail address."),
    }

    def clean(self, value: Any) -> Any:
        words = str(super().clean(value)).strip()
        people = User.objects.filter(is_active=True)
        found = list(people.filter(email__iexact=words)[:1]) or list(
            people.filter(name__iexact=words)[:2]
        )
        if not found:
            raise forms.ValidationError(self.error_messages["unknown"], "unknown")
        if len(found) > 1:
            raise forms.ValidationError(self.error_messages["unclear"], "unclear")
        return found[0]
