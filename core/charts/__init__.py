"""Figures drawn on the server: SVG that needs no script, and the same numbers as a table.

    from core.charts import radar
    chart = radar.draw("Where we stand", axes=["Vision", …], series=[("May", [3.2, …])])

One module per figure, each with one `draw`: `radar`, `balance`, `spread`, `quadrant`, `line` and
`bars`. The drawing takes its colours from static/css/charts.css by class; shape, dash and words say
the same as colour. `Chart.for_print()` gives it with literal colours, for a PDF.
"""

from __future__ import annotations

from core.charts.chart import Chart
from core.charts.table import Table

__all__ = ["Chart", "Table"]
