"""Channels, sources, mentions and search terms."""

from __future__ import annotations

from governance.models.routing import Platform
from monitoring.models.channel import Channel
from monitoring.models.mention import Mention
from monitoring.models.source import Gap, Source, UnparsedItem
from monitoring.models.statistic import DailyStatistic
from monitoring.models.term import Match, SearchTerm

__all__ = [
    "Channel",
    "DailyStatistic",
    "Gap",
    "Match",
    "Mention",
    "Platform",
    "SearchTerm",
    "Source",
    "UnparsedItem",
]
