"""Silence is a fault too: sources that work, but brought nothing for longer than they may."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import DurationField, ExpressionWrapper, F, Value
from django.db.models.functions import Coalesce

from monitoring.models import Source


def is_silent(source: Source, *, at: datetime) -> bool:
    """Whether nothing came in for longer than the people of this source find normal."""
    since = source.last_item_at or source.history_done_at or source.created_at
    return since + timedelta(hours=source.silent_after_hours) < at


def mark_silent(*, at: datetime) -> int:
    """Mark the sources that fell silent between two polls; how many there were."""
    allowed = ExpressionWrapper(
        Value(timedelta(hours=1)) * F("silent_after_hours"), output_field=DurationField()
    )
    return (
        Source.objects.active()
        .filter(health=Source.Health.OK)
        .annotate(since=Coalesce("last_item_at", "history_done_at", "created_at"))
        .filter(since__lt=Value(at) - allowed)
        .update(health=Source.Health.SILENT)
    )
