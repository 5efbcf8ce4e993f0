"""How answers are spread: a bar per group, cut in the levels 1 to 5, with the mean beside it.

Besides its shade every level has as many dots as its number, and stands in its own place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.charts.canvas import NARROW, WIDE, Canvas, Point, fit, width_of
from core.charts.chart import Chart
from core.charts.table import Table, number

LEVELS = 5
BAR = 34.0
Row = tuple[str, Sequence[int], float | None]


def draw(
    title: str, rows: Sequence[Row], levels: Sequence[str] = ("1", "2", "3", "4", "5")
) -> Chart:
    """Rows of a label, five counts and the mean (None without answers); `levels` are names."""
    if len(levels) != LEVELS or any(len(counts) != LEVELS for _label, counts, _mean in rows):
        raise ValueError("a spread has five levels")
    table = Table(
        head=(_("Group"), *levels, _("Mean")),
        rows=tuple(
            (label, *(str(count) for count in counts), number(mean)) for label, counts, mean in rows
        ),
    )
    words = table.in_words()
    return Chart(
        svg=_drawn(Canvas(WIDE, title, words), rows, levels),
        narrow=_drawn(Canvas(NARROW, title, words), rows, levels),
        table=table,
        title=title,
    )


def _drawn(canvas: Canvas, rows: Sequence[Row], levels: Sequence[str]) -> SafeString:
    left, room = (4.0, canvas.width - 60) if canvas.is_narrow else (200.0, canvas.width - 264)
    y = _key(canvas, levels) + 14
    canvas.text((canvas.width - 4, y), _("Mean"), "fig-soft", anchor="end", size=14)
    y += 10
    for label, counts, mean in rows:
        if canvas.is_narrow:
            y = canvas.lines((left, y + 14), fit(label, canvas.width - 60, 2)) - 8
        else:
            names = fit(label, left - 14, 2)
            canvas.lines((4, y + BAR / 2 + 5 - (len(names) - 1) * 9), names)
        _bar(canvas, (left, y), room, counts)
        canvas.text(
            (canvas.width - 4, y + BAR / 2 + 6),
            "–" if mean is None else number(mean),
            "fig-strong",
            anchor="end",
            size=16,
        )
        y += BAR + 14
    canvas.height = y
    return canvas.svg()


def _key(canvas: Canvas, levels: Sequence[str]) -> float:
    x, y = 4.0, 4.0
    for level, name in enumerate(levels, 1):
        words = fit(name, canvas.width - 50, 1)[0]
        room = 44 + width_of(words)
        if x > 4 and x + room > canvas.width:
            x, y = 4.0, y + 26
        canvas.rect((x, y), (36, 20), f"fig-level-{level}")
        _dots(canvas, (x + 18, y + 10), level)
        canvas.text((x + 42, y + 15), words)
        x += room + 14
    return y + 26


def _bar(canvas: Canvas, at: Point, room: float, counts: Sequence[int]) -> None:
    total = sum(counts)
    if not total:
        canvas.rect(at, (room, BAR), "fig-axis")
        canvas.text((at[0] + 10, at[1] + BAR / 2 + 5), _("no answers yet"), "fig-soft", size=14)
        return
    starts = accumulate((count / total * room for count in counts), initial=at[0])
    for level, (count, start) in enumerate(zip(counts, starts, strict=False), 1):
        width = count / total * room
        if not count:
            continue
        canvas.rect((start + 1, at[1]), (width - 2, BAR), f"fig-level-{level}")
        centre = start + width / 2
        if width > width_of(str(count), 14) + 6:
            css = f"fig-on-level-{level}"
            canvas.text((centre, at[1] + 17), str(count), css, anchor="middle", size=14)
        if width > level * 6 + 4:
            _dots(canvas, (centre, at[1] + BAR - 7), level)


def _dots(canvas: Canvas, middle: Point, level: int) -> None:
    x = middle[0] - (level - 1) * 3
    for n in range(level):
        canvas.circle((x + n * 6, middle[1]), 2, f"fig-on-level-{level}")
