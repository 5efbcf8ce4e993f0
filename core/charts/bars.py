"""Bars with a mark of how much there may or should be: hours needed against hours there are."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.charts.canvas import NARROW, WIDE, Canvas, Point, fit, width_of
from core.charts.chart import Chart
from core.charts.table import Table, number

BAR = 24.0
Row = tuple[str, float, float | None]


def draw(
    title: str, rows: Sequence[Row], *, unit: str = "", value_name: str = "", limit_name: str = ""
) -> Chart:
    """Rows of a label, a value from zero up, and a limit or None. What goes beyond is hatched."""
    if any(value < 0 or (limit or 0) < 0 for _label, value, limit in rows):
        raise ValueError("a bar is not below zero")
    value_name, limit_name = value_name or _("Value"), limit_name or _("Limit")
    has_limits = any(limit is not None for _label, _value, limit in rows)
    table = Table(
        head=(_("Part"), value_name, *([limit_name] if has_limits else [])),
        rows=tuple(
            (label, number(value, unit), *([number(limit, unit)] if has_limits else []))
            for label, value, limit in rows
        ),
    )
    words = table.in_words()

    def drawn(width: float) -> SafeString:
        canvas = Canvas(width, title, words)
        return _drawn(canvas, rows, unit, value_name, limit_name if has_limits else "")

    return Chart(svg=drawn(WIDE), narrow=drawn(NARROW), table=table, title=title)


def _drawn(
    canvas: Canvas, rows: Sequence[Row], unit: str, value_name: str, limit_name: str
) -> SafeString:
    said = [_said(value, limit, unit) for _label, value, limit in rows]
    side = max((width_of(words) for words in said), default=0) + 14
    left = 4.0 if canvas.is_narrow else 200.0
    room = canvas.width - left - (6 if canvas.is_narrow else side)
    most = max((max(value, limit or 0) for _label, value, limit in rows), default=0) or 1
    y = 30.0 if limit_name else 4.0
    if limit_name:
        _key(canvas, value_name, limit_name)
    for (label, value, limit), words in zip(rows, said, strict=True):
        if canvas.is_narrow:
            names = fit(label, canvas.width - side - 10, 2)
            canvas.text((canvas.width - 4, y + 18), words, anchor="end")
            y = canvas.lines((left, y + 18), names) - 6
        else:
            names = fit(label, left - 14, 2)
            canvas.lines((4, y + BAR / 2 + 5 - (len(names) - 1) * 9), names)
            canvas.text((canvas.width - 4, y + BAR / 2 + 5), words, anchor="end")
        _bar(canvas, (left, y), room / most, value, limit)
        y += BAR + 18
    canvas.height = y
    return canvas.svg()


def _said(value: float, limit: float | None, unit: str) -> str:
    if limit is None:
        return number(value, unit)
    return _("%(value)s of %(limit)s") % {"value": number(value), "limit": number(limit, unit)}


def _bar(canvas: Canvas, at: Point, scale: float, value: float, limit: float | None) -> None:
    x, y = at
    within = value if limit is None else min(value, limit)
    canvas.rect(at, (within * scale, BAR), "fig-fill-1")
    if limit is None:
        return
    if value > limit:
        start, end = x + limit * scale, x + value * scale
        canvas.rect((start, y), (end - start, BAR), "fig-over", thick=1.5)
        step = start
        while step < end:  # slanting lines, cut at the end of the bar
            reach = min(BAR * 0.6, end - step)
            canvas.line(
                (step, y + BAR), (step + reach, y + BAR - reach / 0.6), "fig-hatch", thick=1.5
            )
            step += 8
    canvas.line((x + limit * scale, y - 5), (x + limit * scale, y + BAR + 5), "fig-ink", thick=3)


def _key(canvas: Canvas, value_name: str, limit_name: str) -> None:
    x = 4.0
    half = canvas.width / 2 - 40
    canvas.rect((x, 6), (22, 12), "fig-fill-1")
    words = fit(value_name, half, 1)[0]
    canvas.text((x + 28, 17), words)
    x += 28 + width_of(words) + 20
    canvas.line((x, 3), (x, 21), "fig-ink", thick=3)
    canvas.text((x + 9, 17), fit(limit_name, half, 1)[0])
