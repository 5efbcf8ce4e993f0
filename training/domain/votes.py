"""Was this useful? Whoever says so counts once a day for an article, and an address so often.

Who said what is kept nowhere.
"""

from __future__ import annotations

from core import tallies
from training.domain import knowledge
from training.models import Article

MOST_FROM_ONE_ADDRESS = 30
"""A whole class may read along behind the address of one building; a machine votes far more."""

DAY_SECONDS = 24 * 60 * 60


def cast(article: Article, *, is_useful: bool, who: str, most: int = 1) -> bool:
    """Count it; False when `who` had `most` votes for this article today already."""
    if tallies.add(f"useful {article.pk}", who, seconds=DAY_SECONDS) > most:
        return False
    knowledge.vote(article, is_useful=is_useful)
    return True
