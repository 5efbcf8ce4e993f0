"""Incidents, leaks, assessments and tools that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from governance.domain import assessments, incidents
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from governance.permissions import can_govern, safety
from people.domain.waiting import Waiting
from people.models import User

AHEAD = timedelta(days=14)
Draft = PrivacyAssessment.State.DRAFT


def steps(user: User, day: date) -> Iterator[Waiting]:
    """What this person has to do about an incident."""
    mine = IncidentStep.objects.filter(owner=user, done_at=None, incident__closed_at=None)
    for step in mine.select_related("incident"):
        yield Waiting(_("Incident"), step.text, step.incident.get_absolute_url(), step.due_date)


def leaks(user: User, day: date) -> Iterator[Waiting]:
    """A leak of which the authority has not been told, for whoever can see to it."""
    untold = Incident.objects.filter(
        is_data_leak=True, authority_told_at=None, closed_at=None
    ).filter(Q() if can_govern(user) else Q(owner=user))
    for incident in untold:
        before = incidents.tell_before(incident)
        text = _("Data leak: tell the authority in time, or decide that it need not be told.")
        due = localdate(before) if before else None
        yield Waiting(_("Incident"), text, incident.get_absolute_url(), due)


def unowned(user: User, day: date) -> Iterator[Waiting]:
    """Incidents that nobody follows up, for those who govern; threats for the crisis team too."""
    found = Incident.objects.filter(owner=None, closed_at=None)
    if not can_govern(user):
        if not safety.in_crisis_team(user):
            return
        found = found.filter(kind=Incident.Kind.THREAT)
    for incident in found:
        text = _("Decide who follows up: %(title)s") % {"title": incident.title}
        yield Waiting(_("Incident"), text, incident.get_absolute_url(), day)


def to_decide(user: User, day: date) -> Iterator[Waiting]:
    """Assessments that are ready, for those who govern and did not make them."""
    if not can_govern(user):
        return
    for one in PrivacyAssessment.objects.filter(state=Draft).exclude(owner=user):
        if assessments.is_complete(one):
            text = _("Decide on the privacy assessment of %(title)s.") % {"title": one.title}
            yield Waiting(_("Privacy"), text, one.get_absolute_url())


def to_look_again(user: User, day: date) -> Iterator[Waiting]:
    """Tools and assessments of this person of which the review date comes near."""
    text = _("Look again at %(title)s.")
    for talk in ToolTalk.objects.filter(owner=user, review_date__lte=day + AHEAD):
        url = reverse("governance:talk-detail", args=[talk.pk])
        yield Waiting(_("Privacy"), text % {"title": talk.tool}, url, talk.review_date)
    decided = PrivacyAssessment.objects.filter(owner=user).exclude(state=Draft)
    for one in decided.filter(review_date__lte=day + AHEAD):
        yield Waiting(
            _("Privacy"), text % {"title": one.title}, one.get_absolute_url(), one.review_date
        )
