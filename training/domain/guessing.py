"""A brake on guessing: so many wrong codes in ten minutes, and then a pause."""

from __future__ import annotations

from core import tallies

WINDOW_SECONDS = 600


def is_braked(what: str, who: str, *, most: int) -> bool:
    """Whether there were too many wrong codes of `who` for `what` in these ten minutes."""
    return tallies.number(f"guess {what}", who, seconds=WINDOW_SECONDS) >= most


def count_wrong(what: str, who: str) -> None:
    """Remember that a code was wrong."""
    tallies.add(f"guess {what}", who, seconds=WINDOW_SECONDS)
