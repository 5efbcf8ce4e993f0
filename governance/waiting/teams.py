"""Teams that lost their mandate or the promise of management."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.domain import teams
from governance.models import TeamMandate
from governance.permissions import can_govern
from people.domain.waiting import Found, Question, Waiting
from people.models import User

AHEAD = timedelta(days=30)


def _ending(user: User, day: date) -> QuerySet[TeamMandate]:
    """For a leader: the mandate is over or nearly so."""
    return TeamMandate.objects.filter(team__leader=user, until_date__lte=day + AHEAD)


def _talk(one: Found, day: date) -> Waiting:
    text = _("The mandate of %(team)s ends: talk about what comes next.") % one.facts
    return Waiting(_("Team"), text, _page(one), one.due)


def _promised(user: User, day: date) -> QuerySet[TeamMandate] | None:
    """For whoever made a promise, while they still govern: it holds a year."""
    last = day + AHEAD - teams.PROMISE_HOLDS
    mine = TeamMandate.objects.filter(committed_by=user, committed_at__date__lte=last)
    return mine if can_govern(user) else None


def _renew(one: Found, day: date) -> Waiting:
    assert one.due is not None  # noqa: S101 - asked for above
    text = _("Renew your promise to %(team)s.") % one.facts
    return Waiting(_("Team"), text, _page(one), one.due + teams.PROMISE_HOLDS)


def _page(one: Found) -> str:
    return reverse("governance:team-detail", args=[one.facts["code"]])


_TEAM = {"team": "team__name", "code": "team__code"}
mandates = Question(_ending, _talk, _TEAM, "until_date")
promises = Question(_promised, _renew, _TEAM, TruncDate("committed_at"))
