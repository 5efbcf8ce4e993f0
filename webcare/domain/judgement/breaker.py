"""Leaves a language model alone that keeps failing, for all processes together.

The count outlives the rest: after it one more failure is enough for the next rest, and one answer
makes everything well.
"""

from __future__ import annotations

import logging
from typing import Final

from django.core.cache import cache

logger = logging.getLogger(__name__)

FAILURES: Final = 5
"""So many in a row, and it is left alone."""

REST_SECONDS: Final = 5 * 60
_REMEMBERED_SECONDS: Final = 60 * 60
_COUNT: Final = "language_model.failures"
_REST: Final = "language_model.rests"


def is_resting() -> bool:
    """Whether it should be left alone at this moment."""
    return bool(cache.get(_REST))


def note(*, answered: int, failed: int) -> None:
    """Remember what came of a batch of questions."""
    if answered:
        cache.delete(_COUNT)
        return
    count = cache.get(_COUNT, 0) + failed
    cache.set(_COUNT, count, timeout=_REMEMBERED_SECONDS)
    if count >= FAILURES:
        cache.set(_REST, True, timeout=REST_SECONDS)
        logger.warning("The language model is left alone for %d minutes.", REST_SECONDS // 60)
