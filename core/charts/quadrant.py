"""Two scales across each other: where something stands on both, with a name for each corner."""

from __future__ import annotations

import math
from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.charts.canvas import NARROW, WIDE, Canvas, fit
from core.charts.canvas import Point as Place
from core.charts.chart import Chart
from core.charts.table import Table, number

FIELD = 300.0
LEFT, TOP = 14.0, 32.0
BADGE = 12.0
Mark = tuple[str, float, float]
Corners = tuple[str, str, str, str]


def draw(
    title: str,
    x_label: str,
    y_label: str,
    corners: Corners,
    points: Sequence[Mark],
    scale: tuple[float, float] = (1, 5),
) -> Chart:
    """Points are a label with its place on both scales. `corners` are named in reading order: top
    left, top right, bottom left, bottom right."""
    if scale[0] >= scale[1]:
        raise ValueError("a scale runs from low to high")
    table = Table(
        head=(_("Point"), x_label, y_label, _("Corner")),
        rows=tuple(
            (label, number(x), number(y), _corner(corners, scale, x, y)) for label, x, y in points
        ),
    )
    words = table.in_words()

    def drawn(width: float) -> SafeString:
        return _drawn(Canvas(width, title, words), x_label, y_label, corners, points, scale)

    return Chart(svg=drawn(WIDE), narrow=drawn(NARROW), table=table, title=title)


def _corner(corners: Corners, scale: tuple[float, float], x: float, y: float) -> str:
    middle = sum(scale) / 2
    return corners[(0 if y >= middle else 2) + (1 if x >= middle else 0)]


def _drawn(
    canvas: Canvas,
    x_label: str,
    y_label: str,
    corners: Corners,
    points: Sequence[Mark],
    scale: tuple[float, float],
) -> SafeString:
    left, top = LEFT, TOP
    canvas.text((left - 10, 18), f"↑ {fit(y_label, FIELD, 1)[0]}", "fig-strong")
    half = FIELD / 2
    for index, name in enumerate(corners):
        x, y = left + half * (index % 2), top + half * (index // 2)
        canvas.rect((x, y), (half, half), "fig-bare" if index % 3 else "fig-sunken")
        rows = fit(name, half - 16, 3, size=14)
        start = y + 20 if index < 2 else y + half - 10 - (len(rows) - 1) * 16.8
        canvas.lines((x + half / 2, start), rows, "fig-soft", anchor="middle", size=14)
    canvas.rect((left, top), (FIELD, FIELD), "fig-ink", thick=1.5)
    taken: list[Place] = []
    low, high = scale
    for index, (_label, x_value, y_value) in enumerate(points, 1):
        across = (min(max(x_value, low), high) - low) / (high - low)
        up = (min(max(y_value, low), high) - low) / (high - low)
        wanted = (
            left + BADGE + across * (FIELD - 2 * BADGE),
            top + FIELD - BADGE - up * (FIELD - 2 * BADGE),
        )
        place = _free(wanted, taken)
        taken.append(place)
        canvas.badge(place, str(index), BADGE)
    below = top + FIELD + 20
    canvas.text(
        (left + FIELD, below), f"{fit(x_label, FIELD - 20, 1)[0]} →", "fig-strong", anchor="end"
    )
    names = [(str(n), label) for n, (label, _x, _y) in enumerate(points, 1)]
    if canvas.is_narrow:
        canvas.height = canvas.key(4, below + 16, canvas.width - 8, names)
    else:
        ends = canvas.key(left + FIELD + 28, top, canvas.width - left - FIELD - 32, names)
        canvas.height = max(below + 10, ends)
    return canvas.svg()


def _free(wanted: Place, taken: Sequence[Place]) -> Place:
    """The place itself, or the nearest one in the field where it covers no other point."""
    step = 2 * BADGE + 1
    turns = range(-12, 13)
    near = sorted(
        (
            (wanted[0] + across * step, wanted[1] + down * step)
            for across in turns
            for down in turns
        ),
        key=lambda place: math.dist(place, wanted),
    )
    for place in near:
        is_inside = all(
            BADGE - 1 <= at - start <= FIELD - BADGE + 1
            for at, start in zip(place, (LEFT, TOP), strict=True)
        )
        if is_inside and all(math.dist(place, other) >= 2 * BADGE for other in taken):
            return place
    return wanted
