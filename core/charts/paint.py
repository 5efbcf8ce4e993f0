"""What the classes of a drawing look like on paper. On a screen static/css/charts.css decides."""

from __future__ import annotations

FONT = "Libertinus Serif"
INK, SOFT, STRONG, LINE, PAPER = "#16202a", "#4a5560", "#7d8894", "#c9d0d6", "#ffffff"
SERIES = ("#0d6173", "#a84a05", "#6f3aa6", "#4d5a66")
LEVELS = (
    ("#eef6f8", INK),
    ("#c3e1e8", INK),
    ("#86c1cd", INK),
    ("#257485", PAPER),
    ("#0a4a58", PAPER),
)

ON_PAPER: dict[str, str] = {
    "fig": "",
    "fig-text": f'fill="{INK}"',
    "fig-soft": f'fill="{SOFT}"',
    "fig-strong": f'fill="{INK}" font-weight="bold"',
    "fig-grid": f'fill="none" stroke="{LINE}"',
    "fig-axis": f'fill="none" stroke="{STRONG}"',
    "fig-ink": f'fill="none" stroke="{INK}"',
    "fig-solid": f'fill="{INK}"',
    "fig-bare": f'fill="{PAPER}" stroke="{INK}"',
    "fig-sunken": f'fill="#f1f3f5" stroke="{STRONG}"',
    "fig-target": f'fill="none" stroke="{SERIES[1]}"',
    "fig-target-text": f'fill="{SERIES[1]}"',
    "fig-over": f'fill="{PAPER}" stroke="{SERIES[1]}"',
    "fig-hatch": f'stroke="{SERIES[1]}"',
    "fig-on": f'fill="{PAPER}" font-weight="bold"',
    **{f"fig-line-{n}": f'fill="none" stroke="{ink}"' for n, ink in enumerate(SERIES, 1)},
    **{f"fig-area-{n}": f'fill="{ink}" fill-opacity="0.1"' for n, ink in enumerate(SERIES, 1)},
    **{f"fig-fill-{n}": f'fill="{ink}"' for n, ink in enumerate(SERIES, 1)},
    **{f"fig-level-{n}": f'fill="{g}" stroke="{STRONG}"' for n, (g, _) in enumerate(LEVELS, 1)},
    **{f"fig-on-level-{n}": f'fill="{ink}"' for n, (_, ink) in enumerate(LEVELS, 1)},
}
