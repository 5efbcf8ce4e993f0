"""The line of an indicator through time, with where it began and where it should go."""

from __future__ import annotations

from core.charts import Chart, line
from governance.models import Indicator

POINTS = 120
SHORT = 4
"""A longer unit ("applications per school year") does not stand beside every number."""


def drawn(indicator: Indicator) -> Chart | None:
    """The last figures; one figure is no line yet."""
    newest = indicator.readings.order_by("-on_date").values_list("on_date", "value")[:POINTS]
    points = [(on, float(value)) for on, value in reversed(newest)]
    if len(points) < 2:
        return None
    is_short = len(indicator.unit) <= SHORT
    return line.draw(
        indicator.name if is_short else f"{indicator.name} ({indicator.unit})",
        points,
        unit=indicator.unit if is_short else "",
        target=float(indicator.target),
        baseline=None if indicator.baseline is None else float(indicator.baseline),
    )
