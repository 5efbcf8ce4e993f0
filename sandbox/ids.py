"""Ids that look and sort as on the real platform, made from the time of the post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

X_EPOCH_MILLIS = 1_288_834_974_657
FACEBOOK_FLOOR = 122_000_000_000_000_000


def millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def x_snowflake(moment: datetime) -> int:
    """41 bits of time since X's own epoch, 22 bits of machine and sequence."""
    return max(millis(moment) - X_EPOCH_MILLIS, 1) << 22


def mastodon_snowflake(moment: datetime) -> int:
    """48 bits of Unix time, 16 bits of sequence."""
    return millis(moment) << 16


def facebook_number(moment: datetime) -> int:
    return FACEBOOK_FLOOR + millis(moment)


def free(candidate: int, is_taken: Callable[[str], bool]) -> str:
    """`candidate` or the first number after it that is not in use."""
    while is_taken(str(candidate)):
        candidate += 1
    return str(candidate)


def account_number(handle: str, *, floor: int) -> str:
    """A stable number for a name, so that the same person keeps the same id after a restart."""
    value = 0
    for char in handle.lower():
        value = (value * 131 + ord(char)) % 9_007_199_254_740_993
    return str(floor + value % 1_000_000_000_000)
