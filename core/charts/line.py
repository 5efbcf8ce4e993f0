"""One indicator through time, with where it began and where it should go. A gap stays a gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.dateformat import format as written
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.charts.canvas import NARROW, WIDE, Canvas, Point, fit, round_steps, width_of
from core.charts.chart import Chart
from core.charts.table import Table, number

HEIGHT = 210.0
TOP = 40.0
Measured = tuple[date, float | None]
_Height = Callable[[float], float]


def draw(
    title: str,
    points: Sequence[Measured],
    *,
    unit: str = "",
    target: float | None = None,
    baseline: float | None = None,
) -> Chart:
    """Points in order of date; None is a moment without a number, and breaks the line."""
    points = sorted(points, key=lambda point: point[0])
    rows = [(date_format(at, "SHORT_DATE_FORMAT"), number(value, unit)) for at, value in points]
    if baseline is not None:
        rows.append((_("Baseline"), number(baseline, unit)))
    if target is not None:
        rows.append((_("Target"), number(target, unit)))
    table = Table(head=(_("Date"), _("Value")), rows=tuple(rows))
    words = table.in_words()

    def drawn(width: float) -> SafeString:
        return _drawn(Canvas(width, title, words), points, unit, target, baseline)

    return Chart(svg=drawn(WIDE), narrow=drawn(NARROW), table=table, title=title)


def _drawn(
    canvas: Canvas,
    points: Sequence[Measured],
    unit: str,
    target: float | None,
    baseline: float | None,
) -> SafeString:
    known = [value for _at, value in points if value is not None]
    marks = [value for value in (target, baseline) if value is not None]
    highest = max([*known, *marks, 0])
    lowest = min([*known, *marks, 0])
    scale = round_steps(max(highest, -lowest) or 1, 4)
    if lowest < 0:
        scale = [*(-step for step in reversed(scale[1:])), *scale]
    left = max(width_of(number(step, unit), 13) for step in scale) + 12
    right = canvas.width - 12
    days = [at.toordinal() for at, _value in points] or [0]
    first, span = days[0], max(days[-1] - days[0], 1)

    def height(value: float) -> float:
        return TOP + HEIGHT * (scale[-1] - value) / (scale[-1] - scale[0])

    def place(at: date, value: float) -> Point:
        part = (at.toordinal() - first) / span if days[-1] > first else 0.5
        return left + 8 + part * (right - left - 16), height(value)

    for step in scale:
        y = height(step)
        canvas.line((left, y), (right, y), "fig-axis" if step == 0 else "fig-grid")
        canvas.text((left - 6, y + 5), number(step, unit), "fig-soft", anchor="end", size=13)
    _rules(canvas, left, right, height, unit, target, baseline)
    for stretch in _stretches(points):
        places = [place(at, value) for at, value in stretch]
        if len(places) > 1:
            canvas.polyline(places, "fig-line-1", thick=2.5)
        for spot in places:
            canvas.marker(spot, 0, 4.5)
    if not known:
        middle = ((left + right) / 2, TOP + HEIGHT / 2)
        canvas.text(middle, _("no numbers yet"), "fig-soft", anchor="middle")
    _dates(canvas, points, [place(at, scale[0])[0] for at, _value in points], left)
    canvas.height = TOP + HEIGHT + 32
    return canvas.svg()


def _rules(
    canvas: Canvas,
    left: float,
    right: float,
    height: _Height,
    unit: str,
    target: float | None,
    baseline: float | None,
) -> None:
    """The lines to compare with, each with its name in the margin above the drawing."""
    x = left
    for value, name, css, text, dash in (
        (target, _("Target"), "fig-target", "fig-target-text", "9 4"),
        (baseline, _("Baseline"), "fig-ink", "fig-text", "2 4"),
    ):
        if value is None:
            continue
        y = height(value)
        canvas.line((left, y), (right, y), css, dash=dash, thick=2)
        canvas.line((x, 14), (x + 28, 14), css, dash=dash, thick=2)
        words = f"{name}: {number(value, unit)}"
        canvas.text((x + 34, 19), words, text)
        x += 34 + width_of(words) + 12


def _stretches(points: Sequence[Measured]) -> list[list[tuple[date, float]]]:
    """The points that may be joined: those without a gap between."""
    made: list[list[tuple[date, float]]] = [[]]
    for at, value in points:
        if value is None:
            made.append([])
        else:
            made[-1].append((at, value))
    return [stretch for stretch in made if stretch]


def _dates(
    canvas: Canvas, points: Sequence[Measured], places: Sequence[float], left: float
) -> None:
    """As many dates below the drawing as there is room for, the last one always."""
    if not points:
        return
    is_long = (points[-1][0] - points[0][0]).days > 300
    size = 13
    pattern = pgettext("short month", "M Y") if is_long else pgettext("short day", "j M")
    names = [written(at, pattern) for at, _value in points]
    shown: list[tuple[float, str]] = []
    for x, name in reversed(list(zip(places, names, strict=True))):
        half = width_of(name, size) / 2
        x = min(max(x, left + half - 10), canvas.width - half - 2)
        if all(abs(x - other) > half * 2 + 14 for other, _name in shown) and name not in {
            known for _x, known in shown
        }:
            shown.append((x, name))
    for x, name in shown:
        words = fit(name, 90, 1)[0]
        canvas.text((x, TOP + HEIGHT + 22), words, "fig-soft", anchor="middle", size=size)
