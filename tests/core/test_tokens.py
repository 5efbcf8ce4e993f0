"""The palette is readable: text 4.5:1, borders of controls, the focus ring and the lines of figures
3:1 (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text()
GROUNDS = ("ground", "surface", "sunken")
TEXT_PAIRS = [
    *((text, ground) for text in ("text", "text-soft", "accent", "danger") for ground in GROUNDS),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-danger", "danger"),
    ("on-danger", "danger-strong"),
    ("neutral-text", "neutral-ground"),
    *((f"{tone}-text", f"{tone}-ground") for tone in ("good", "warn", "bad", "info", "accent")),
    ("bad-text", "surface"),
    ("bad-text", "sunken"),
    ("surface", "series-1"),
    ("series-2", "surface"),
    *((f"on-level-{n}", f"level-{n}") for n in range(1, 6)),
]
LINES = ("line-strong", "focus", "series-1", "series-2", "series-3", "series-4")
BORDER_PAIRS = [(line, ground) for line in LINES for ground in GROUNDS]


def palette(theme: str) -> dict[str, str]:
    block = TOKENS.split(f'[data-bs-theme="{theme}"] {{', 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = palette(theme)

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), BORDER_PAIRS)
def test_controls_can_be_seen(theme: str, line: str, ground: str) -> None:
    colours = palette(theme)

    assert contrast(colours[line], colours[ground]) >= 3


def test_black_on_white_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
