"""How often somebody does something in a stretch of time, counted in the shared cache.

Who it was is kept nowhere: a tally goes by a keyed hash, another one each stretch, and is forgotten
after it.
"""

from __future__ import annotations

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from core.clock import now


def add(what: str, who: str, *, seconds: int) -> int:
    """Count one more; how many there are now in this stretch."""
    key = _key(what, who, seconds)
    if cache.add(key, 1, seconds):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        cache.set(key, 1, seconds)
        return 1


def number(what: str, who: str, *, seconds: int) -> int:
    """How many there are in this stretch."""
    return int(cache.get(_key(what, who, seconds), 0))


def _key(what: str, who: str, seconds: int) -> str:
    stretch = int(now().timestamp() // seconds)
    hidden = salted_hmac(what, f"{who} {stretch}", algorithm="sha256").hexdigest()
    return f"tally:{hidden}"
