"""Four in balance: four pillars carry a beam, and two supports stand beside it.

The beam lies on the pillars and leans towards the weakest; what a pillar falls short is left open
under the beam. Where nothing is known yet, a pillar is only an outline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.charts.canvas import NARROW, WIDE, Canvas, fit
from core.charts.chart import Chart
from core.charts.table import Table, number

LEVELS = 5
UNIT = 36.0  # how high one level is
THICK = 15.0  # of the beam
STEEPEST = 0.9  # levels that an end of the beam may lie lower than its middle
Part = tuple[str, float | None]
_Height = Callable[[float], float]  # of the underside of the beam, at a place


def draw(title: str, pillars: Sequence[Part], supports: Sequence[Part], load: str = "") -> Chart:
    """Four pillars and two supports, each with a value from 1 to 5 or None; `load` is what the beam
    is called."""
    if len(pillars) != 4 or len(supports) != 2:
        raise ValueError("the balance has four pillars and two supports")
    table = Table(
        head=(_("Part"), _("Score (1 to 5)")),
        rows=tuple((label, number(value)) for label, value in (*pillars, *supports)),
    )
    words = table.in_words()
    return Chart(
        svg=_drawn(Canvas(WIDE, title, words), pillars, supports, load),
        narrow=_drawn(Canvas(NARROW, title, words), pillars, supports, load),
        table=table,
        title=title,
    )


def lean(values: Sequence[float | None]) -> float:
    """How far the beam leans, in levels from the middle to the right end: below zero is down left.

    Towards the weakest pillar, further when it is further behind the rest and further out.
    """
    known = [value for value in values if value is not None]
    if not known:
        return 0.0
    weakest, mean = min(known), sum(known) / len(known)
    arms = [index - 1.5 for index, value in enumerate(values) if value == weakest]
    arm = sum(arms) / len(arms)
    return max(-STEEPEST, min(STEEPEST, 0.42 * arm * (mean - weakest)))


def _drawn(
    canvas: Canvas, pillars: Sequence[Part], supports: Sequence[Part], load: str
) -> SafeString:
    column = canvas.width / 6
    thick = min(58.0, column * 0.62)
    centres = [column * (n + 1.5) for n in range(4)]
    slope = lean([value for _label, value in pillars]) / (column * 1.5) * UNIT

    def under(x: float) -> float:
        """The underside of a beam through the middle of the floor."""
        return slope * (x - canvas.width / 2)

    # so high that it rests on the pillar that reaches highest
    lift = min(
        (
            -value * UNIT - under(centre + side * thick / 2)
            for centre, (_label, value) in zip(centres, pillars, strict=True)
            if value is not None
            for side in (-1, 1)
        ),
        default=-3 * UNIT,
    )
    ends = (column * 1.02, column * 4.98)
    top = canvas.lines(
        (canvas.width / 2, 20), fit(load, canvas.width - 8, 2), "fig-strong", anchor="middle"
    )
    highest = min(
        lift + min(map(under, ends)) - THICK, *(-(v or 3) * UNIT for _label, v in supports)
    )
    floor = top - 4 - highest

    def beam(x: float) -> float:
        return floor + lift + under(x)

    for centre, (_label, value) in zip(centres, pillars, strict=True):
        _pillar(canvas, centre, thick, floor, value, beam)
    corners = [(x, beam(x)) for x in ends] + [(x, beam(x) - THICK) for x in reversed(ends)]
    canvas.polygon(corners, "fig-solid")
    for side, (_label, value) in zip((-1, 1), supports, strict=True):
        _support(canvas, side, column, floor, value)
    canvas.line((4, floor), (canvas.width - 4, floor), "fig-ink", thick=2)
    canvas.height = _labels(canvas, column, floor, pillars, supports)
    return canvas.svg()


def _pillar(
    canvas: Canvas, centre: float, thick: float, floor: float, value: float | None, beam: _Height
) -> None:
    left, right = centre - thick / 2, centre + thick / 2
    if value is None:
        corners = [(left, floor), (left, beam(left)), (right, beam(right)), (right, floor)]
        canvas.polyline(corners, "fig-axis", dash="4 4", thick=1.5)
        canvas.text((centre, floor - 14), "?", "fig-strong", anchor="middle", size=18)
        return
    top = floor - value * UNIT
    if top - beam(centre) > 3:  # what it falls short
        for x in (left + 1, right - 1):
            canvas.line((x, beam(x)), (x, top), "fig-target", dash="3 3", thick=1.5)
    canvas.rect((left, top), (thick, floor - top), "fig-fill-1")
    canvas.rect((left - 3, top), (thick + 6, 7), "fig-fill-1")
    canvas.text((centre, floor - 14), number(value), "fig-on", anchor="middle", size=16)


def _support(canvas: Canvas, side: int, column: float, floor: float, value: float | None) -> None:
    """A buttress that leans on the house from outside; as high as its value."""
    outer = 8.0 if side < 0 else canvas.width - 8
    inner = column * 0.92 if side < 0 else canvas.width - column * 0.92
    middle = outer + (inner - outer) * 0.66
    size = 13 if canvas.is_narrow else 16
    height = (3 if value is None else value) * UNIT
    corners = [(outer, floor), (inner, floor - height), (inner, floor)]
    if value is None:
        canvas.polygon(corners, "fig-axis", dash="4 4", thick=1.5)
        canvas.text((middle, floor - 14), "?", "fig-strong", anchor="middle", size=18)
    else:
        canvas.polygon(corners, "fig-sunken", thick=1.5)
        canvas.text((middle, floor - 14), number(value), "fig-strong", anchor="middle", size=size)


def _labels(
    canvas: Canvas, column: float, floor: float, pillars: Sequence[Part], supports: Sequence[Part]
) -> float:
    order = [supports[0], *pillars, supports[1]]
    if canvas.is_narrow:
        for index in range(len(order)):
            canvas.badge((column * (index + 0.5), floor + 18), str(index + 1))
        names = [(str(n), label) for n, (label, _value) in enumerate(order, 1)]
        return canvas.key(4, floor + 42, canvas.width - 8, names)
    ends = [
        canvas.lines(
            (column * (index + 0.5), floor + 20),
            fit(label, column - 4, 3, size=13),
            anchor="middle",
            size=13,
        )
        for index, (label, _value) in enumerate(order)
    ]
    return max(ends)
