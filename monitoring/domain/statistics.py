"""The daily figures of our channels, where the platform gives them."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connectors.base import Measures
from connectors.errors import ConnectorError
from monitoring.domain.connections import connector_for, is_supported
from monitoring.models import Channel, DailyStatistic

logger = logging.getLogger(__name__)


EVERY: Final = timedelta(hours=6)
"""How often a platform is asked; however often somebody rings."""


def measure_channels(*, at: datetime) -> int:
    """Store today's figures of the channels whose turn it is; how many figures that were.

    A later run on a day replaces an earlier one. A channel that fails today has a gap today, not a
    zero.
    """
    figures = 0
    while (channel := _claim_due(at=at)) is not None:
        figures += measure(channel, at=at)
    return figures


def _claim_due(*, at: datetime) -> Channel | None:
    """A channel whose turn it is; marked at once, so that no other worker asks as well."""
    is_due = Q(measured_at__isnull=True) | Q(measured_at__lte=at - EVERY)
    with transaction.atomic():
        due = Channel.objects.filter(is_due, is_active=True).select_for_update(skip_locked=True)
        channel = due.order_by("pk").first()
        if channel is not None:
            channel.measured_at = at
            channel.save(update_fields=["measured_at"])
    return channel


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
