"""Well-formed input for indicators and their figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import localdate
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import FigureField, TextField
from governance.domain import reading_lines
from governance.forms.seen import FilledIn
from governance.models import Indicator, Measure, Reading

LARGEST_FILE = 1_000_000


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class IndicatorForm(FilledIn, forms.ModelForm[Indicator]):
    """By which figure we see whether a goal is reached. `edition` is the one of the goal."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    baseline = FigureField(
        label=_("where we start"),
        required=False,
        help_text=_("Leave it open if you do not know yet."),
    )
    target = FigureField(label=_("where we want to be"))
    measure = forms.ChoiceField(
        label=_("where the figure comes from"),
        required=False,
        choices=[("", _("somebody fills it in")), *Measure.choices],
    )

    class Meta:
        model = Indicator
        fields = (
            "name",
            "unit",
            "measure",
            "baseline",
            "baseline_date",
            "target",
            "target_date",
            "higher_is_better",
            "every_days",
        )
        labels = {"unit": pgettext_lazy("of a figure", "unit"), "target_date": _("reached by")}
        help_texts = {"unit": _("For instance: %, hours, students.")}
        widgets = {"baseline_date": _day(), "target_date": _day()}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if wrong_way := self._wrong_way(cleaned):
            self.add_error("target", wrong_way)
        return cleaned

    def _wrong_way(self, cleaned: dict[str, Any]) -> str:
        """What to ask when the target lies on the wrong side of the start."""
        baseline, target = cleaned.get("baseline"), cleaned.get("target")
        if baseline is None or target is None or baseline == target:
            return ""
        if target < baseline and cleaned.get("higher_is_better"):
            return gettext("The target lies below the start, while higher is better. Which is it?")
        if target > baseline and not cleaned.get("higher_is_better"):
            return gettext("The target lies above the start, while lower is better. Which is it?")
        return ""


class ReadingForm(forms.ModelForm[Reading]):
    """A figure on a day, with where it comes from."""

    value = FigureField(label=_("value"))

    class Meta:
        model = Reading
        fields = ("on_date", "value", "source")
        labels = {"on_date": _("date")}
        widgets = {"on_date": _day()}
        help_texts = {"source": _("For instance: count at the intake, student survey.")}

    def clean_on_date(self) -> date:
        on: date = self.cleaned_data["on_date"]
        if on > localdate(now()):
            raise forms.ValidationError(_("This day is still to come."))
        return on


class ImportForm(forms.Form):
    """Lines of figures: a file, or pasted; what was brought stays in the field to put right."""

    file = forms.FileField(
        label=_("file (CSV)"), required=False, widget=forms.FileInput(attrs={"accept": ".csv,.txt"})
    )
    lines = TextField(
        label=_("or paste the lines here"),
        required=False,
        help_text=_(
            "One figure a line: date; value; source. For instance: 31-12-2026; 1.234,5; intake"
        ),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    source = forms.CharField(
        label=_("source of lines that do not name one"), required=False, max_length=200
    )

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_("This file is too large for figures (1 MB at most)."))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if file := cleaned.get("file"):
            cleaned["lines"] = reading_lines.decode(file.read())
        lines = cleaned.get("lines", "").strip()
        if not lines and not self.errors:
            self.add_error("lines", _("Choose a file, or paste some lines."))
        if len(lines.splitlines()) > reading_lines.LINES_AT_MOST:
            self.add_error("lines", _("These are too many lines at once; split them."))
        return cleaned
