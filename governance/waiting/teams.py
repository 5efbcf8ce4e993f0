"""Teams that lost their mandate or the promise of management."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from governance.domain import teams
from governance.models import TeamMandate
from governance.permissions import can_govern
from people.domain.waiting import Waiting
from people.models import User

AHEAD = timedelta(days=30)


def mandates(user: User, day: date) -> Iterator[Waiting]:
    """For a leader: the mandate is over or nearly so."""
    ending = TeamMandate.objects.filter(team__leader=user, until_date__lte=day + AHEAD)
    for mandate in ending.select_related("team"):
        text = _("The mandate of %(team)s ends: talk about what comes next.")
        yield Waiting(_("Team"), text % {"team": mandate.team}, _url(mandate), mandate.until_date)


def promises(user: User, day: date) -> Iterator[Waiting]:
    """For whoever made a promise, while they still govern: it holds a year."""
    last = day + AHEAD - teams.PROMISE_HOLDS
    mine = TeamMandate.objects.filter(committed_by=user, committed_at__date__lte=last)
    for mandate in mine.select_related("team") if can_govern(user) else ():
        assert mandate.committed_at is not None  # noqa: S101 - asked for above
        until = localdate(mandate.committed_at) + teams.PROMISE_HOLDS
        text = _("Renew your promise to %(team)s.")
        yield Waiting(_("Team"), text % {"team": mandate.team}, _url(mandate), until)


def _url(mandate: TeamMandate) -> str:
    return reverse("governance:team-detail", args=[mandate.team.code])
