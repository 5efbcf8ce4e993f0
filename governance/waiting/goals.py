"""Goals that somebody has to decide on, and figures that an owner has to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from governance.domain import goal_queries
from governance.models import Goal
from people.domain.waiting import Waiting
from people.models import User


def waiting_for(user: User, day: date) -> Iterator[Waiting]:
    """In the language of the reader: what they decide first, then what has no fresh figure."""
    yield from _decisions(user)
    yield from _figures(user, day)


def _decisions(user: User) -> Iterator[Waiting]:
    goals = Goal.objects.filter(state=Goal.State.SUBMITTED, approver=user)
    for goal in goals.order_by("submitted_at"):
        text = _("Decide on the goal “%(goal)s”.") % {"goal": goal.title}
        yield Waiting(_("Decide"), text, goal.get_absolute_url())


def _figures(user: User, day: date) -> Iterator[Waiting]:
    stale = goal_queries.stale_indicators(day).filter(
        goal__owner=user, goal__state=Goal.State.APPROVED
    )
    for indicator in stale.select_related("goal").order_by("pk"):
        text = _("Fill in a new figure of “%(indicator)s”.") % {"indicator": indicator.name}
        yield Waiting(_("Fill in"), text, indicator.get_absolute_url())
