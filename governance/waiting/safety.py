"""Incidents, leaks, assessments and tools that wait for somebody."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.domain import assessments, incidents
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from governance.permissions import can_govern, safety
from people.domain.waiting import Found, Question, Waiting
from people.models import User

AHEAD = timedelta(days=14)
Draft = PrivacyAssessment.State.DRAFT


def _incident(pk: int) -> str:
    return reverse("governance:incident-detail", args=[pk])


def _to_do(user: User, day: date) -> QuerySet[IncidentStep]:
    """What this person has to do about an incident."""
    return IncidentStep.objects.filter(owner=user, done_at=None, incident__closed_at=None)


def _step(one: Found, day: date) -> Waiting:
    return Waiting(_("Incident"), one.facts["text"], _incident(one.facts["incident"]), one.due)


def _untold(user: User, day: date) -> QuerySet[Incident]:
    """A leak of which the authority has not been told, for whoever can see to it."""
    untold = Incident.objects.filter(is_data_leak=True, authority_told_at=None, closed_at=None)
    return untold.filter(Q() if can_govern(user) else Q(owner=user))


def _tell(one: Found, day: date) -> Waiting:
    text = _("Data leak: tell the authority in time, or decide that it need not be told.")
    return Waiting(_("Incident"), text, _incident(one.pk), one.due)


def _unowned(user: User, day: date) -> QuerySet[Incident] | None:
    """Incidents that nobody follows up, for those who govern; threats for the crisis team too."""
    found = Incident.objects.filter(owner=None, closed_at=None)
    if can_govern(user):
        return found
    return found.filter(kind=Incident.Kind.THREAT) if safety.in_crisis_team(user) else None


def _follow_up(one: Found, day: date) -> Waiting:
    text = _("Decide who follows up: %(title)s") % one.facts
    return Waiting(_("Incident"), text, _incident(one.pk), day)


def _drafts(user: User, day: date) -> QuerySet[PrivacyAssessment] | None:
    """Assessments that may be ready, for those who govern and did not make them."""
    drafts = PrivacyAssessment.objects.filter(state=Draft).exclude(owner=user)
    return drafts if can_govern(user) else None


def _decide(one: Found, day: date) -> Waiting | None:
    if not assessments.is_complete(one.facts["answers"]):
        return None
    text = _("Decide on the privacy assessment of %(title)s.") % one.facts
    return Waiting(_("Privacy"), text, reverse("governance:assessment-detail", args=[one.pk]))


def _near_talks(user: User, day: date) -> QuerySet[ToolTalk]:
    """Tools of this person of which the review date comes near."""
    return ToolTalk.objects.filter(owner=user, review_date__lte=day + AHEAD)


def _near_assessments(user: User, day: date) -> QuerySet[PrivacyAssessment]:
    """The same for what was decided."""
    decided = PrivacyAssessment.objects.filter(owner=user).exclude(state=Draft)
    return decided.filter(review_date__lte=day + AHEAD)


def _talk(one: Found, day: date) -> Waiting:
    return _look_again(one, reverse("governance:talk-detail", args=[one.pk]))


def _assessment(one: Found, day: date) -> Waiting:
    return _look_again(one, reverse("governance:assessment-detail", args=[one.pk]))


def _look_again(one: Found, address: str) -> Waiting:
    return Waiting(_("Privacy"), _("Look again at %(title)s.") % one.facts, address, one.due)


steps = Question(_to_do, _step, {"text": "text", "incident": "incident_id"}, "due_date")
leaks = Question(_untold, _tell, due=TruncDate(F("created_at") + incidents.TELL_WITHIN))
unowned = Question(_unowned, _follow_up, {"title": "title"})
to_decide = Question(_drafts, _decide, {"title": "title", "answers": "answers"})
talks = Question(_near_talks, _talk, {"title": "tool"}, "review_date")
decided = Question(_near_assessments, _assessment, {"title": "title"}, "review_date")
