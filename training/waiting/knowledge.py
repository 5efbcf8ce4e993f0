"""Articles that somebody has to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.models import Article
from training.permissions import can_organise

AHEAD = timedelta(days=14)
MOST = 25


def to_look_again(user: User, day: date) -> Iterator[Waiting]:
    """One's own articles; those of nobody are for who organises."""
    mine = Q(owner=user) | (Q(owner=None) if can_organise(user) else Q(pk=None))
    found = Article.objects.stale(day + AHEAD).filter(mine).order_by("review_date", "pk")
    for article in found.only("title", "slug", "review_date")[:MOST]:
        text = _("Is this article still right? %(title)s") % {"title": article.title}
        yield Waiting(_("Knowledge base"), text, article.get_absolute_url(), article.review_date)
