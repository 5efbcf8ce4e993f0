"""Figures of an indicator: filled in, corrected, taken away, brought in and out as lines."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import localize
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import downloads
from core.clock import now
from governance.domain import indicators, reading_lines
from governance.forms.indicators import ImportForm, ReadingForm
from governance.models import Indicator, Reading
from governance.permissions import goals as permissions
from governance.views.goals.access import indicator_for
from people.models import User


def reading_create(request: HttpRequest, pk: int) -> HttpResponse:
    user, indicator = indicator_for(request, pk, permissions.can_fill_in)
    return _edit(request, user, indicator, None)


def reading_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, reading = _own(request, pk)
    return _edit(request, user, reading.indicator, reading)


def _edit(
    request: HttpRequest, user: User, indicator: Indicator, reading: Reading | None
) -> HttpResponse:
    initial = {} if reading else {"on_date": localdate(now())}
    form = ReadingForm(request.POST or None, instance=reading, initial=initial)
    if request.method == "POST" and form.is_valid() and _write(form, indicator, reading, by=user):
        messages.success(request, _("The figure is kept."))
        return redirect(indicator)
    context = {"form": form, "indicator": indicator, "goal": indicator.goal, "reading": reading}
    return render(request, "governance/goals/reading_edit.html", context)


def _write(form: ReadingForm, indicator: Indicator, reading: Reading | None, *, by: User) -> bool:
    """Store the figure, or say beside the date that the day has one."""
    filled_in = form.cleaned_data
    stored = Reading.objects.get(pk=reading.pk) if reading else None
    try:
        indicators.write_reading(
            indicator,
            on=filled_in["on_date"],
            value=filled_in["value"],
            source=filled_in["source"],
            by=by,
            reading=stored,
        )
    except indicators.AlreadyThere as there:
        taken = _("This day has a figure already: %(value)s. Correct that one.")
        form.add_error("on_date", taken % {"value": localize(there.reading.value)})
        return False
    return True


@require_POST
def reading_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user, reading = _own(request, pk)
    indicators.remove_reading(reading, by=user)
    messages.success(request, _("The figure is taken away."))
    return redirect(reading.indicator)


def _own(request: HttpRequest, pk: int) -> tuple[User, Reading]:
    """A figure that somebody filled in; what the portal measured is not changed by hand."""
    reading = get_object_or_404(Reading, pk=pk)
    user, indicator = indicator_for(request, reading.indicator_id, permissions.can_fill_in)
    if reading.by_id is None and indicator.measure == reading.source:
        raise PermissionDenied
    reading.indicator = indicator
    return user, reading


def reading_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Lines of figures: first checked and shown, then stored; bad ones stay to put right."""
    user, indicator = indicator_for(request, pk, permissions.can_fill_in)
    form = ImportForm(request.POST or None, request.FILES or None)
    lines: list[reading_lines.Line] = []
    if request.method == "POST" and form.is_valid():
        filled_in, day, stores = form.cleaned_data, localdate(now()), "stores" in request.POST
        lines = reading_lines.read(
            filled_in["lines"], indicator=indicator, source=filled_in["source"], today=day
        )
        bad = [line for line in lines if not line.is_good]
        if stores:
            _tell_stored(request, reading_lines.store(indicator, lines, by=user))
            if not bad:
                return redirect(indicator)
            lines = bad
        form = _remaining(filled_in, lines if stores else None)
    context = {
        "form": form,
        "indicator": indicator,
        "goal": indicator.goal,
        "lines": lines,
        "good": sum(line.is_good for line in lines),
    }
    return render(request, "governance/goals/reading_import.html", context)


def _remaining(filled_in: dict[str, object], left: list[reading_lines.Line] | None) -> ImportForm:
    """The form with what is still to be stored; the content of a file stands in the field now."""
    text = filled_in["lines"] if left is None else "\n".join(line.text for line in left)
    return ImportForm(initial={"lines": text, "source": filled_in["source"]})


def _tell_stored(request: HttpRequest, count: int) -> None:
    stored = ngettext("%(count)s figure is stored.", "%(count)s figures are stored.", count)
    messages.success(request, stored % {"count": count})


def reading_export(request: HttpRequest, pk: int) -> HttpResponse:
    indicator = indicator_for(request, pk, permissions.can_read)[1]
    name = slugify(indicator.name)[:60] or "indicator"
    return downloads.csv_file(reading_lines.written(indicator), f"{name}.csv")
