"""Figures of the page by day, under the metric names of today; a retired name is an error."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from sandbox.facebook_format import graph_time
from sandbox.wire import Json, now

# What a day may look like: (lowest, spread). Names as of the Graph API of November 2025.
METRICS = {
    "page_follows": (4800, 30),
    "page_daily_follows": (2, 9),
    "page_daily_unfollows_unique": (0, 4),
    "page_media_view": (900, 700),
    "page_total_media_view_unique": (500, 400),
    "page_post_engagements": (60, 90),
    "page_views_total": (70, 60),
    "post_media_view": (120, 300),
    "post_total_media_view_unique": (80, 200),
    "post_clicks": (5, 40),
}
PERIODS = {"day": 1, "week": 7, "days_28": 28}


def figures(node_id: str, metric: str, period: str, days: int) -> Json:
    """One metric with a value per day, the newest last."""
    midnight = now().astimezone(UTC).replace(hour=8, minute=0, second=0, microsecond=0)
    ends = [midnight - timedelta(days=back) for back in range(days - 1, -1, -1)]
    return {
        "name": metric,
        "period": period,
        "values": [
            {"value": _figure(metric, end) * PERIODS[period], "end_time": graph_time(end)}
            for end in ends
        ],
        "title": metric.replace("_", " ").capitalize(),
        "description": "Oefencijfers, niet echt",
        "id": f"{node_id}/insights/{metric}/{period}",
    }


def _figure(metric: str, day: datetime) -> int:
    lowest, spread = METRICS[metric]
    digest = hashlib.sha256(f"{metric} {day:%Y-%m-%d}".encode()).digest()
    return lowest + digest[0] * spread // 255
