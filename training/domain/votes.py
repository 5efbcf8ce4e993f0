"""Was this useful? Whoever says so counts once a day for an article, and an address so often.

Counted in the shared cache by a keyed hash that changes every day; who said what is kept nowhere.
"""

from __future__ import annotations

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from core.clock import now
from training.domain import knowledge
from training.models import Article

MOST_FROM_ONE_ADDRESS = 30
"""A whole class may read along behind the address of one building; a machine votes far more."""

DAY_SECONDS = 24 * 60 * 60


def cast(article: Article, *, is_useful: bool, who: str, most: int = 1) -> bool:
    """Count it; False when `who` had `most` votes for this article today already."""
    if not _is_within(article, who, most):
        return False
    knowledge.vote(article, is_useful=is_useful)
    return True


def _is_within(article: Article, who: str, most: int) -> bool:
    day = int(now().timestamp() // DAY_SECONDS)
    hidden = salted_hmac("useful", f"{article.pk} {who} {day}", algorithm="sha256").hexdigest()
    key = f"useful:{hidden}"
    if cache.add(key, 1, DAY_SECONDS):
        return True
    if int(cache.get(key, most)) >= most:
        return False
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out between the two
        return False
