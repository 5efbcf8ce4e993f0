"""A radar: a handful of scores from 1 to 5, one per axis, of up to four groups or moments."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.charts.canvas import DASHES, NARROW, WIDE, Canvas, Point, fit
from core.charts.chart import Chart
from core.charts.table import Table, number

LEVELS = 5
Series = tuple[str, Sequence[float | None]]


def draw(title: str, axes: Sequence[str], series: Sequence[Series]) -> Chart:
    """At least three axes, at most four series; a value that is None is left open in its line."""
    if len(axes) < 3 or len(series) > len(DASHES):
        raise ValueError("a radar has at least three axes and at most four series")
    if any(len(values) != len(axes) for _name, values in series):
        raise ValueError("a series has one value for each axis")
    table = Table(
        head=(_("Part"), *(name for name, _values in series)),
        rows=tuple(
            (axis, *(number(values[index]) for _name, values in series))
            for index, axis in enumerate(axes)
        ),
    )
    words = table.in_words()
    return Chart(
        svg=_drawn(Canvas(WIDE, title, words), axes, series),
        narrow=_drawn(Canvas(NARROW, title, words), axes, series),
        table=table,
        title=title,
    )


def _drawn(canvas: Canvas, axes: Sequence[str], series: Sequence[Series]) -> SafeString:
    radius = 118.0 if canvas.is_narrow else 150.0
    middle = (canvas.width / 2, radius + 46)

    def at(axis: int, value: float) -> Point:
        angle = 2 * math.pi * axis / len(axes) - math.pi / 2
        reach = radius * min(max(value, 0), LEVELS) / LEVELS
        return middle[0] + reach * math.cos(angle), middle[1] + reach * math.sin(angle)

    for level in range(1, LEVELS + 1):
        ring = [at(axis, level) for axis in range(len(axes))]
        canvas.polygon(ring, "fig-axis" if level == LEVELS else "fig-grid")
    for axis in range(len(axes)):
        canvas.line(middle, at(axis, LEVELS))
    for index, (_name, values) in enumerate(series):
        _line(
            canvas,
            index,
            [None if value is None else at(n, value) for n, value in enumerate(values)],
        )
    for level in range(1, LEVELS + 1):
        x, y = at(0, level)
        canvas.text((x + 5, y + 13), str(level), "fig-soft", size=12)
    below = middle[1] + radius + 34
    if canvas.is_narrow:
        for axis in range(len(axes)):
            canvas.badge(_beyond(middle, at(axis, LEVELS), 18), str(axis + 1))
        below = canvas.key(
            4, below - 4, canvas.width - 8, [(str(n), name) for n, name in enumerate(axes, 1)]
        )
    else:
        for axis, name in enumerate(axes):
            _label(canvas, middle, _beyond(middle, at(axis, LEVELS), 14), name)
    if len(series) > 1 or (series and series[0][0]):
        below = canvas.series_key(4, below, [name for name, _values in series])
    canvas.height = below
    return canvas.svg()


def _line(canvas: Canvas, index: int, points: Sequence[Point | None]) -> None:
    """A closed shape, or loose stretches where values are missing."""
    css, dash = f"fig-line-{index + 1}", DASHES[index % 4]
    known = [point for point in points if point is not None]
    if len(known) == len(points):
        canvas.polygon(known, f"fig-area-{index + 1}")
        canvas.polygon(known, css, dash=dash, thick=2.5)
    else:
        gap = points.index(None)
        turned = [
            *points[gap:],
            *points[:gap],
        ]  # begin at a gap, so that a stretch may run over the top
        for is_known, stretch in groupby(turned, key=lambda point: point is not None):
            if is_known:
                canvas.polyline([p for p in stretch if p is not None], css, dash=dash, thick=2.5)
    for point in known:
        canvas.marker(point, index, 4.5)


def _beyond(middle: Point, point: Point, distance: float) -> Point:
    across, down = point[0] - middle[0], point[1] - middle[1]
    length = math.hypot(across, down)
    return point[0] + across / length * distance, point[1] + down / length * distance


def _label(canvas: Canvas, middle: Point, at: Point, name: str) -> None:
    across = at[0] - middle[0]
    if abs(across) < 12:
        anchor, room = "middle", 260.0
    else:
        anchor = "start" if across > 0 else "end"
        room = canvas.width - at[0] - 4 if across > 0 else at[0] - 4
    rows = fit(name, room, 3)
    below = at[1] > middle[1]
    lift = (len(rows) - 1) * 18 * (0.5 if abs(across) >= 12 else 0 if below else 1)
    canvas.lines(
        (at[0], at[1] + (10 if below and abs(across) < 12 else 4) - lift), rows, anchor=anchor
    )
