"""What a page brought besides mentions: items not understood, and gaps. Kept, never dropped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any

from connectors.text import clean, storable
from connectors.types import Unparsed
from monitoring.models import Gap, Source, UnparsedItem

_LONGEST_REASON = 500


def keep(source: Source, items: Iterable[Unparsed], *, at: datetime) -> None:
    """Keep each item once, however often the platform gives it."""
    rows = []
    for item in items:
        raw = storable(item.raw)
        rows.append(
            UnparsedItem(
                source=source,
                fingerprint=fingerprint(raw),
                raw=raw,
                reason=clean(item.reason)[:_LONGEST_REASON],
                seen_at=at,
            )
        )
    if rows:
        UnparsedItem.objects.bulk_create(rows, ignore_conflicts=True)
        source.unparsed_count = source.unparsed.count()
        source.save(update_fields=["unparsed_count"])


def note_gap(source: Source, reason: str, *, at: datetime) -> None:
    """Note what could not be reached since the last complete run; a repeated page adds nothing."""
    if reason:
        Gap.objects.get_or_create(
            source=source,
            from_at=source.last_success_at,
            reason=clean(reason)[:_LONGEST_REASON],
            defaults={"to_at": at},
        )


def fingerprint(raw: Any) -> str:
    """The same for the same content, in whatever order its keys came."""
    return hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()


def as_raw(thing: Any) -> Any:
    """The raw answer inside a post that we cannot store, else the post itself."""
    raw = getattr(thing, "raw", None)
    if raw:
        return raw
    return asdict(thing) if is_dataclass(thing) and not isinstance(thing, type) else thing
