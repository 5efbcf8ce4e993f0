"""Articles that somebody has to look at again."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, first_of
from people.models import User
from training.models import Article
from training.permissions import can_organise

AHEAD = timedelta(days=14)
MOST = 25


def _stale(user: User, day: date) -> QuerySet[Article]:
    """One's own articles; those of nobody are for who organises."""
    mine = Q(owner=user) | (Q(owner=None) if can_organise(user) else Q(pk=None))
    found = Article.objects.stale(day + AHEAD).filter(mine)
    return first_of(found.order_by("review_date", "pk"), MOST)


def _look_again(one: Found, day: date) -> Waiting:
    text = _("Is this article still right? %(title)s") % one.facts
    url = reverse("training:article-detail", args=[one.facts["slug"]])
    return Waiting(_("Knowledge base"), text, url, one.due)


to_look_again = Question(_stale, _look_again, {"title": "title", "slug": "slug"}, "review_date")
