"""The daily figures of our channels, where the platform gives them."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils import timezone

from connectors.base import Measures
from connectors.errors import ConnectorError
from monitoring.domain.connections import connector_for, is_supported
from monitoring.models import Channel, DailyStatistic

logger = logging.getLogger(__name__)


def measure_channels(*, at: datetime) -> int:
    """Store today's figures of every channel in use; a second run on a day replaces the first.

    A channel that fails today has a gap today, not a zero. Gives the number of figures.
    """
    return sum(measure(channel, at=at) for channel in Channel.objects.filter(is_active=True))


def measure(channel: Channel, *, at: datetime) -> int:
    """Store today's figures of one channel. Never raises for what a platform does."""
    if not is_supported(channel.platform):
        return 0
    connector = connector_for(channel)
    if not isinstance(connector, Measures) or not connector.ability.can_measure:
        return 0
    try:
        values = connector.measure().values
    except ConnectorError as error:
        logger.warning("channel %s could not be measured: %s", channel.pk, error)
        return 0
    rows = [
        DailyStatistic(
            channel=channel, date=timezone.localdate(at), metric=metric[:60], value=value
        )
        for metric, value in values.items()
    ]
    DailyStatistic.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["channel", "date", "metric"],
        update_fields=["value"],
    )
    return len(rows)
