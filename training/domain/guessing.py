"""A brake on guessing: so many wrong codes in ten minutes, and then a pause.

Counted in the shared cache by a keyed hash; who guessed is kept nowhere else, and forgotten after.
"""

from __future__ import annotations

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from core.clock import now

WINDOW_SECONDS = 600


def is_braked(what: str, who: str, *, most: int) -> bool:
    """Whether there were too many wrong codes of `who` for `what` in these ten minutes."""
    return int(cache.get(_key(what, who), 0)) >= most


def count_wrong(what: str, who: str) -> None:
    """Remember that a code was wrong."""
    key = _key(what, who)
    if cache.add(key, 1, WINDOW_SECONDS):
        return
    try:
        cache.incr(key)
    except ValueError:  # it ran out between the two
        cache.set(key, 1, WINDOW_SECONDS)


def _key(what: str, who: str) -> str:
    window = int(now().timestamp() // WINDOW_SECONDS)
    hidden = salted_hmac(what, f"{who} {window}", algorithm="sha256").hexdigest()
    return f"guess:{hidden}"
