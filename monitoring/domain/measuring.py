"""How monitoring did, as figures that the college's goals are held against.

What cannot be known today gives no figure: a gap, not a zero.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from django.utils.timezone import localdate

from governance.domain import indicators
from governance.domain.measuring import share
from governance.models import Measure
from monitoring.models import DailyStatistic, Mention, Source

PERIOD: Final = timedelta(days=30)
FOLLOWERS: Final = "followers_count"
"""What every connector calls the figure."""


def measure(*, at: datetime) -> dict[str, Decimal]:
    """Record today's figures; which they were. Running it again on a day only makes them newer."""
    figures = {
        Measure.FOLLOWERS.value: followers(at=at),
        Measure.MENTIONS.value: mentions(at=at),
        Measure.HEALTHY.value: channels_healthy(),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    for name, value in found.items():
        indicators.record(name, value, localdate(at))
    return found


def followers(*, at: datetime) -> Decimal | None:
    """The followers of all channels in use: of each the latest figure of the period."""
    recent = DailyStatistic.objects.filter(
        metric=FOLLOWERS,
        channel__is_active=True,
        date__gt=localdate(at - PERIOD),
        date__lte=localdate(at),
    )
    latest = recent.order_by("channel", "-date").distinct("channel")
    values = list(latest.values_list("value", flat=True))
    return Decimal(sum(values)) if values else None


def mentions(*, at: datetime) -> Decimal | None:
    """What others wrote about us in the period; None as long as nothing is listened to."""
    if not Source.objects.active().exists():
        return None
    said = Mention.objects.filter(published_at__gt=at - PERIOD, published_at__lte=at)
    return Decimal(said.filter(is_relevant=True, is_own=False).count())


def channels_healthy() -> Decimal | None:
    """Which share of the sources that are polled has no trouble that asks for a person (%)."""
    sources = list(Source.objects.active().only("is_active", "health"))
    return share(sum(not source.is_troubled for source in sources), len(sources))
