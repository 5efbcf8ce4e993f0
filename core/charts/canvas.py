"""Where a figure is drawn: shapes with classes instead of colours, and labels that fit.

Lengths are in the units of the drawing, from the top left. Every text is escaped here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Point = tuple[float, float]

WIDE, NARROW = 640, 340
SIZE = 15.0  # of letters; a narrow drawing on a phone of 320 px shows them at 11 px or more
SIGN = 0.54  # the width of a letter, in its height
DASHES = ("", "7 4", "2 4", "9 4 2 4")


class Canvas:
    """A drawing under way. Shapes come on top of what is there; `height` is known at the end."""

    def __init__(self, width: float, title: str, description: str) -> None:
        self.width = width
        self.height = 0.0
        self.title = title
        self.description = description
        self.parts: list[str] = []

    @property
    def is_narrow(self) -> bool:
        return self.width <= NARROW

    @property
    def name(self) -> str:
        """A name that no other drawing on the page has."""
        words = f"{self.title}\n{self.description}\n{self.width}"
        return f"fig-{blake2b(words.encode(), digest_size=5).hexdigest()}"

    def add(self, tag: str, css: str, text: str = "", **attributes: float | str) -> None:
        """One shape. Names of attributes are written with _ for -; an empty one is left out."""
        given = "".join(
            f' {name.replace("_", "-")}="{_plain(value)}"'
            for name, value in attributes.items()
            if value != ""
        )
        inside = f">{escape(text)}</{tag}>" if text else "/>"
        self.parts.append(f'<{tag} class="{css}"{given}{inside}')

    def text(
        self,
        at: Point,
        words: str,
        css: str = "fig-text",
        *,
        anchor: str = "start",
        size: float = SIZE,
    ) -> None:
        x, y = at
        self.add("text", css, words, x=x, y=y, text_anchor=anchor, font_size=size)

    def lines(
        self,
        at: Point,
        rows: Sequence[str],
        css: str = "fig-text",
        *,
        anchor: str = "start",
        size: float = SIZE,
    ) -> float:
        """Lines of text below each other, the first on `at`; gives where a next one would stand."""
        x, y = at
        for row in rows:
            self.text((x, y), row, css, anchor=anchor, size=size)
            y += size * 1.2
        return y

    def line(
        self, start: Point, end: Point, css: str = "fig-grid", *, dash: str = "", thick: float = 1
    ) -> None:
        self.add(
            "line",
            css,
            x1=start[0],
            y1=start[1],
            x2=end[0],
            y2=end[1],
            stroke_dasharray=dash,
            stroke_width=thick,
        )

    def rect(
        self, at: Point, size: Point, css: str, *, radius: float = 0, thick: float = 1
    ) -> None:
        self.add(
            "rect",
            css,
            x=at[0],
            y=at[1],
            width=max(0, size[0]),
            height=max(0, size[1]),
            rx=radius or "",
            stroke_width=thick,
        )

    def polygon(
        self, points: Iterable[Point], css: str, *, dash: str = "", thick: float = 1
    ) -> None:
        self.add("polygon", css, points=_joined(points), stroke_dasharray=dash, stroke_width=thick)

    def polyline(
        self, points: Iterable[Point], css: str, *, dash: str = "", thick: float = 1
    ) -> None:
        self.add("polyline", css, points=_joined(points), stroke_dasharray=dash, stroke_width=thick)

    def circle(self, at: Point, radius: float, css: str, *, thick: float = 1) -> None:
        self.add("circle", css, cx=at[0], cy=at[1], r=radius, stroke_width=thick)

    def marker(self, at: Point, series: int, radius: float = 5) -> None:
        """The shape of a series (from 0): round, square, triangle, diamond."""
        x, y = at
        css, r = f"fig-fill-{series + 1}", radius
        match series % 4:
            case 0:
                self.circle(at, r, css)
            case 1:
                self.rect((x - r * 0.9, y - r * 0.9), (r * 1.8, r * 1.8), css)
            case 2:
                self.polygon([(x, y - r * 1.2), (x + r * 1.15, y + r), (x - r * 1.15, y + r)], css)
            case _:
                self.polygon(
                    [(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)], css
                )

    def badge(self, at: Point, words: str, radius: float = 11) -> None:
        """A number in a circle, which a key explains."""
        self.circle(at, radius, "fig-solid")
        self.text((at[0], at[1] + 4.6), words, "fig-on", anchor="middle", size=13)

    def key(self, left: float, top: float, width: float, rows: Sequence[tuple[str, str]]) -> float:
        """What the numbers in circles stand for, below each other; gives where it ends."""
        for number, words in rows:
            self.badge((left + 11, top + 11), number)
            top = max(top + 28, self.lines((left + 30, top + 16), fit(words, width - 30, 2)))
        return top

    def series_key(self, left: float, top: float, names: Sequence[str]) -> float:
        """Which line is which: dash, marker and name. Gives where it ends."""
        x = left
        for index, name in enumerate(names):
            words = fit(name, self.width - left - 52, 1)[0]
            room = 46 + width_of(words)
            if x > left and x + room > self.width:
                x, top = left, top + 22
            css = f"fig-line-{index + 1}"
            self.line((x, top + 8), (x + 34, top + 8), css, dash=DASHES[index % 4], thick=2.5)
            self.marker((x + 17, top + 8), index)
            self.text((x + 42, top + 13), words)
            x += room + 18
        return top + 26

    def svg(self) -> SafeString:
        """The drawing as it goes into a page."""
        name = self.name
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="fig" role="img"'
            f' viewBox="0 0 {_plain(self.width)} {_plain(self.height)}"'
            f' aria-labelledby="{name}-title" aria-describedby="{name}-words">'
            f'<title id="{name}-title">{escape(self.title)}</title>'
            f'<desc id="{name}-words">{escape(self.description)}</desc>'
        )
        # everything that people typed went through escape() in this class
        return mark_safe(head + "".join(self.parts) + "</svg>")  # noqa: S308


def width_of(words: str, size: float = SIZE) -> float:
    """About how wide a text is."""
    return len(words) * size * SIGN


def fit(words: str, width: float, rows: int, size: float = SIZE) -> list[str]:
    """Words over at most `rows` lines of that width. A word that is too long is broken with a
    hyphen, and what is left over ends in "…"; the table has it in full."""
    room = max(3, math.floor(width / (size * SIGN)))
    made = [""]
    left = words.split()
    while left:
        word = left.pop(0)
        longer = f"{made[-1]} {word}".strip()
        if len(longer) <= room:
            made[-1] = longer
        elif len(word) > room:
            if made[-1]:
                made.append("")
            cut = min(room - 1, max(1, len(word) - 3))  # no lonely letter on the next line
            made[-1] = word[:cut] + "-"
            made.append("")
            left.insert(0, word[cut:])
        else:
            made.append(word)
    made = [row for row in made if row] or [""]
    if len(made) > rows:
        last = made[rows - 1].rstrip("-")
        made = [*made[: rows - 1], last[: room - 1].rstrip() + "…"]
    return made


def round_steps(top: float, steps: int = 5) -> list[float]:
    """Round numbers from zero to at least `top`, for the lines of a scale."""
    if top <= 0:
        return [0, 1]
    rough = top / steps
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if rough <= power * factor * 1.0001)
    return [step * n for n in range(math.ceil(top / step - 1e-9) + 1)]


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
