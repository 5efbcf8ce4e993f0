"""Every figure: drawn safely, told in words and numbers, and painted on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core.charts import Chart, balance, bars, line, quadrant, radar, spread
from core.charts.canvas import fit, round_steps
from core.charts.paint import ON_PAPER
from core.charts.table import number
from tests import markup

ODD = '<b onload="x">&"long" ' + "Samenwerkingsverbanden" * 4
CSS = (Path(settings.BASE_DIR) / "static" / "css" / "charts.css").read_text()

EVERY: dict[str, Callable[[str], Chart]] = {
    "radar": lambda name: radar.draw(
        name,
        [name, "b", "c", "d"],
        [(name, [1, 2, 3, 4]), ("x", [5, None, 2, None]), ("y", [None] * 4)],
    ),
    "balance": lambda name: balance.draw(
        name, [(name, 3.4), ("b", 2), ("c", None), ("d", 5)], [(name, 1), ("f", None)], load=name
    ),
    "spread": lambda name: spread.draw(name, [(name, [1, 2, 0, 40, 5], 3.4), ("b", [0] * 5, None)]),
    "quadrant": lambda name: quadrant.draw(
        name, name, "y", (name, "b", "c", "d"), [(name, 1, 5), ("b", 3, 3), ("c", 3, 3)]
    ),
    "line": lambda name: line.draw(
        name,
        [(date(2026, month, 1), month % 4 or None) for month in range(1, 13)],
        unit="%",
        target=5,
        baseline=1,
    ),
    "bars": lambda name: bars.draw(
        name, [(name, 46, 40), ("b", 3, 8), ("c", 5, None)], unit="h", limit_name=name
    ),
}
DRAWN = pytest.mark.parametrize("draw", EVERY.values(), ids=list(EVERY))


def classes(svg: str) -> set[str]:
    return {name for found in re.findall(r' class="([^"]*)"', svg) for name in found.split()}


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def shapes(svg: str, css: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    return [dict(shape.attrib) for shape in root if shape.get("class") == css]


@DRAWN
def test_a_figure_is_safe_and_told_in_words(draw: Callable[[str], Chart]) -> None:
    chart = draw(ODD)

    for drawing in (chart.svg, chart.narrow, chart.for_print()):
        root = ElementTree.fromstring(drawing)  # noqa: S314
        title, words = root[0], root[1]
        assert root.get("role") == "img"
        assert (title.text, root.get("aria-labelledby")) == (ODD, title.get("id"))
        assert words.text
        assert "<b onload" not in drawing
        assert markup.problems(drawing) == []


@DRAWN
def test_a_figure_stays_within_its_frame(draw: Callable[[str], Chart]) -> None:
    chart = draw(ODD)

    for drawing in (chart.svg, chart.narrow):
        root = ElementTree.fromstring(drawing)  # noqa: S314
        _x, _y, width, height = map(float, (root.get("viewBox") or "").split())
        places = [
            (float(shape.get(x, 0)), float(shape.get(y, 0)))
            for shape in root
            for x, y in (("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy"))
        ]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in places)


@DRAWN
def test_every_class_has_a_colour_on_screen_and_on_paper(draw: Callable[[str], Chart]) -> None:
    chart = draw("x")
    used = classes(chart.svg) | classes(chart.narrow)

    assert used <= set(ON_PAPER)
    assert {name for name in used if f".{name} {{" not in CSS} == set()
    assert classes(chart.for_print()) == set()
    assert "var(" not in chart.for_print()


def test_every_colour_on_paper_has_one_on_screen() -> None:
    assert {name for name in ON_PAPER if f".{name} {{" not in CSS} == set()


@DRAWN
def test_numbers_stand_beside_the_figure(draw: Callable[[str], Chart]) -> None:
    chart = draw("Where we stand")
    html = render_to_string("components/figure.html", {"figure": chart, "caption": "In May"})

    assert all(len(row) == len(chart.table.head) for row in chart.table.rows)
    assert all(chart.table.head)
    assert "<figcaption>In May</figcaption>" in html
    assert html.count("<tr>") == len(chart.table.rows) + 1
    assert "<details>" in html
    assert chart.svg in html
    assert markup.problems(html) == []


def test_a_phone_may_get_the_table_first() -> None:
    chart = EVERY["spread"]("x")
    html = render_to_string("components/figure.html", {"figure": chart, "table_first": True})

    assert "is-table-first" in html
    assert "<details open>" in html
    assert "<figcaption>x</figcaption>" in html


def test_a_radar_leaves_a_gap_open() -> None:
    chart = radar.draw("x", ["a", "b", "c", "d"], [("May", [1, None, 3, 4])])

    assert shapes(chart.svg, "fig-area-1") == []
    assert len(shapes(chart.svg, "fig-fill-1")) == 3 + 1  # and one in the key
    with translation.override("en"):
        assert number(None) == "none"


@pytest.mark.parametrize("series", [[("a", [1, 2])], [("s", [1, 2, 3])] * 5])
def test_a_radar_refuses_what_it_cannot_draw(series: list[radar.Series]) -> None:
    with pytest.raises(ValueError, match=r"series|axis"):
        radar.draw("x", ["a", "b", "c"], series)


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        ([1, 4, 4, 4], -1),
        ([4, 1, 4, 4], -1),
        ([4, 4, 2, 4], 1),
        ([4, 4, 4, 1], 1),
        ([3, 3, 3, 3], 0),
        ([1, 4, 4, 1], 0),
        ([None, 4, None, 1], 1),
        ([None] * 4, 0),
    ],
)
def test_the_beam_leans_to_the_weakest_pillar(values: list[float | None], sign: int) -> None:
    leaning = balance.lean(values)

    assert (leaning > 0) - (leaning < 0) == sign


def test_a_weak_outer_pillar_leans_more_than_a_weak_inner_one() -> None:
    assert balance.lean([4, 4, 4, 2]) > balance.lean([4, 4, 2, 4]) > 0


def test_a_spread_cuts_a_bar_by_its_counts() -> None:
    chart = spread.draw("x", [("Teachers", [10, 0, 20, 10, 0], 2.8)])
    bar = [shapes(chart.svg, f"fig-level-{level}")[1:] for level in range(1, 6)]
    widths = [float(part[0]["width"]) + 2 if part else 0 for part in bar]

    assert widths[1] == widths[4] == 0
    assert widths[2] == pytest.approx(2 * widths[0], abs=0.2)
    assert widths[3] == pytest.approx(widths[0], abs=0.2)


@pytest.mark.parametrize("at", [1, 3, 5])
def test_points_in_one_place_stand_beside_each_other(at: float) -> None:
    points = [(str(n), at, at) for n in range(30)]
    chart = quadrant.draw("x", "x", "y", ("a", "b", "c", "d"), points)
    places = [
        (shape["cx"], shape["cy"])
        for shape in shapes(chart.svg, "fig-solid")
        if float(shape["cx"]) < 330 and shape["r"] == "12"
    ]

    assert len(places) == len(set(places)) == 30
    assert all(32 <= float(y) <= 332 for _x, y in places)


def test_a_quadrant_names_the_corner_of_each_point() -> None:
    corners = ("top left", "top right", "bottom left", "bottom right")
    chart = quadrant.draw(
        "x", "x", "y", corners, [("a", 1, 5), ("b", 5, 5), ("c", 1, 1), ("d", 5, 1)]
    )

    assert [row[-1] for row in chart.table.rows] == list(corners)


def test_a_line_is_broken_where_a_number_is_missing() -> None:
    days = [date(2026, month, 1) for month in range(1, 7)]
    chart = line.draw("x", list(zip(days, [1, 2, None, 3, 4, None], strict=True)), target=5)

    assert len(shapes(chart.svg, "fig-line-1")) == 2
    assert len(shapes(chart.svg, "fig-fill-1")) == 4
    assert len(chart.table.rows) == 7


@pytest.mark.parametrize("points", [[], [(date(2026, 1, 1), None)], [(date(2026, 1, 1), -4.5)]])
def test_a_line_of_hardly_anything_can_be_drawn(points: list[line.Measured]) -> None:
    assert line.draw("x", points).svg.startswith("<svg")


def test_a_bar_beyond_its_limit_is_hatched_there() -> None:
    within = bars.draw("x", [("a", 30, 40)])
    beyond = bars.draw("x", [("a", 50, 40)])

    assert shapes(within.svg, "fig-over") == []
    assert len(shapes(beyond.svg, "fig-over")) == 1
    assert shapes(beyond.svg, "fig-hatch")


def test_bars_without_limits_have_no_column_for_them() -> None:
    assert len(bars.draw("x", [("a", 0, None)]).table.head) == 2
    assert bars.draw("x", []).svg.startswith("<svg")


@pytest.mark.parametrize(
    ("words", "rows", "made"),
    [
        ("one two", 1, ["one two"]),
        ("one two three four", 2, ["one two", "three four"]),
        ("one two three four five six", 2, ["one two", "three fou…"]),
        ("Infrastructuur", 2, ["Infrastru-", "ctuur"]),
        ("abcdefghijklm", 2, ["abcdefghi-", "jklm"]),
        ("", 2, [""]),
    ],
)
def test_labels_are_made_to_fit(words: str, rows: int, made: list[str]) -> None:
    assert fit(words, width=10 * 0.54 * 10 + 1, rows=rows, size=10) == made


@pytest.mark.parametrize(
    ("top", "made"),
    [
        (0, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (9, [0, 2, 4, 6, 8, 10]),
        (230, [0, 50, 100, 150, 200, 250]),
    ],
)
def test_a_scale_has_round_numbers(top: float, made: list[float]) -> None:
    assert round_steps(top) == made


def test_numbers_are_written_as_the_reader_does() -> None:
    with translation.override("nl"):
        assert number(3.44) == "3,4"
    with translation.override("en"):
        assert number(3.0) == "3"
        assert number(46.5, "hours") == "46.5\u00a0hours"
