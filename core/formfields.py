"""Form fields that all apps share."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import DecimalValidator
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from core import figures


class TextField(forms.CharField):
    """Text of several lines. A browser sends CR LF between them (the HTML standard); kept is LF,
    so that lengths, comparisons and what goes to a platform are about what was typed."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class FigureField(forms.Field):
    """A figure with at most two decimals, written the Dutch or the English way."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write a figure, for instance 1234,5."),
        "unclear": _(
            "This can be read in two ways. Write it without separators, for instance 1234 or 1,23."
        ),
    }

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        try:
            return figures.parse(str(value))
        except figures.Unclear as error:
            raise forms.ValidationError(self.error_messages["unclear"], "unclear") from error
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from error

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None:
            DecimalValidator(max_digits=12, decimal_places=2)(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return localize(value.normalize() + 0, use_l10n=True) if value else "0"
        return value


def has_rows(field: forms.Field) -> bool:
    """Whether a choice of rows has any row to choose. What was read for it, the control shows."""
    if not isinstance(field, forms.ModelChoiceField):
        return False
    offered: Any = field.choices
    choices = list(iter(offered))  # list() alone would count the rows first
    field.choices = choices
    return any(value for value, _label in choices)
