"""A form that knows which edition of its row it was filled in against, and what to say when two
people were at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext

from governance.domain import meantime
from people.formfields import ColleagueField


class MomentInput(forms.DateTimeInput):
    """Day and time in one control of the browser."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class SeenMoment(forms.Field):
    """The moment of the last save that the page showed; None when there was none."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        try:
            return parse_datetime(value or "")
        except ValueError:
            return None


class FilledIn:
    """A form whose `values` are what was filled in, without by which edition that was."""

    cleaned_data: dict[str, Any]
    apart = frozenset({"edition", "seen"})

    @property
    def values(self) -> dict[str, Any]:
        """For the domain."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.apart}


@dataclass(frozen=True, slots=True)
class Difference:
    """What somebody else wrote in a field, beside what is filled in here."""

    label: str
    theirs: str
    mine: str


class SeenForm(forms.ModelForm[Any]):
    """Adds `seen`; `after` gives the form back with one's own words, against what stands now."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: list[Difference] = []
        self.was_met = False
        self.fields["seen"].initial = meantime.stamp(self.instance)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, for the domain; only what is a column of the row."""
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}

    def meet(self, current: Model) -> None:
        """Keep what is filled in, show what differs from `current`, and count from there."""
        self.was_met = True
        theirs = type(self)(instance=current)
        for name, field in self.fields.items():
            was, mine = theirs[name].initial, self[name].data
            if name != "seen" and field.has_changed(was, mine):
                label = str(self[name].label)
                self.differences.append(Difference(label, _words(field, was), _words(field, mine)))
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("seen")] = meantime.stamp(current)
        self.data = data


def _words(field: forms.Field, value: Any) -> str:
    """A value as people read it: the label of a choice, yes or no, else the text itself."""
    if isinstance(field, ColleagueField):
        return str(field.prepare_value(value) or "–")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return "–" if value in (None, "") else labels.get(str(value), str(value))
