"""How much of the hour Facebook says we have used: percentages in two headers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from connectors import status
from connectors.errors import TooManyCalls
from connectors.types import Rate

FULL = 95
"""Per cent of the allowance at which we stop by ourselves; at 100 Facebook shuts the page out."""

BREATHER = timedelta(minutes=15)
"""How long we stop when Facebook names no time; the allowance is counted over a sliding hour."""

_MEASURES = ("call_count", "total_cputime", "total_time")
_HEADERS = ("x-business-use-case-usage", "x-app-usage")


def rate(headers: Mapping[str, str]) -> Rate | None:
    """The worst figure of both headers as a `Rate` in per cent; None when there is neither."""
    blocks = [block for name in _HEADERS for block in _blocks(headers.get(name))]
    if not blocks:
        return None
    used = max(_number(block, name) for block in blocks for name in _MEASURES)
    minutes = max(_number(block, "estimated_time_to_regain_access") for block in blocks)
    return Rate(limit=100, remaining=max(0, 100 - used), reset_at=_reset_at(used, minutes))


def refuse_when_full(last: Rate | None) -> None:
    """Raises `TooManyCalls` instead of a call that would bring us over the edge."""
    if last and last.remaining is not None and last.remaining <= 100 - FULL:
        used = 100 - last.remaining
        raise TooManyCalls(f"{used}% of Facebook's allowance for this page is used.", last.reset_at)


def _reset_at(used: int, minutes: int) -> datetime | None:
    now = datetime.now(UTC)
    if minutes:
        return status.within_reason(now + timedelta(minutes=min(minutes, 10_000)), now=now)
    return now + BREATHER if used >= FULL else None


def _blocks(header: str | None) -> Iterator[Mapping[str, Any]]:
    """The objects with figures; the business header keeps them in lists by page."""
    try:
        found = json.loads(header or "{}")
    except (ValueError, RecursionError):
        return
    if not isinstance(found, dict):
        return
    if any(name in found for name in _MEASURES):
        yield found
    for listed in found.values():
        if isinstance(listed, list):
            yield from (one for one in listed if isinstance(one, dict))


def _number(block: Mapping[str, Any], name: str) -> int:
    value = block.get(name)
    return int(value) if isinstance(value, (int, float)) and 0 <= value < 1e9 else 0
