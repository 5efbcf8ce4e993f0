"""Form fields that all apps share."""

from __future__ import annotations

from typing import Any

from django import forms


class TextField(forms.CharField):
    """Text of several lines. A browser sends CR LF between them (the HTML standard); kept is LF,
    so that lengths, comparisons and what goes to a platform are about what was typed."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")
