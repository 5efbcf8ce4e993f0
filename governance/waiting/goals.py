"""Goals that somebody has to decide on, and figures that an owner has to fill in."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.domain import goal_queries
from governance.models import Goal, Indicator
from people.domain.waiting import Found, Question, Waiting
from people.models import User


def _submitted(user: User, day: date) -> QuerySet[Goal]:
    return Goal.objects.filter(state=Goal.State.SUBMITTED, approver=user)


def _decide(one: Found, day: date) -> Waiting:
    text = _("Decide on the goal “%(goal)s”.") % one.facts
    return Waiting(_("Decide"), text, reverse("governance:goal-detail", args=[one.pk]))


def _stale(user: User, day: date) -> QuerySet[Indicator]:
    """Indicators of this person's goals without a fresh figure."""
    stale = goal_queries.stale_indicators(day)
    return stale.filter(goal__owner=user, goal__state=Goal.State.APPROVED)


def _fill_in(one: Found, day: date) -> Waiting:
    text = _("Fill in a new figure of “%(indicator)s”.") % one.facts
    return Waiting(_("Fill in"), text, reverse("governance:indicator-detail", args=[one.pk]))


to_decide = Question(_submitted, _decide, {"goal": "title"})
to_fill_in = Question(_stale, _fill_in, {"indicator": "name"})
