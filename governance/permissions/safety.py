"""Who may see and do what about tools, privacy and incidents."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from governance.models import Incident, PrivacyAssessment, ToolTalk
from governance.permissions import can_govern
from people.models import Team, User


def can_change_talk(user: User, talk: ToolTalk) -> bool:
    return talk.owner_id == user.pk or can_govern(user)


def assessments_seen_by(user: User) -> QuerySet[PrivacyAssessment]:
    """What was decided is for everybody; a draft for its owner and for those who govern."""
    if can_govern(user):
        return PrivacyAssessment.objects.all()
    return PrivacyAssessment.objects.filter(
        Q(owner=user) | Q(state=PrivacyAssessment.State.DECIDED)
    )


def can_change_assessment(user: User, assessment: PrivacyAssessment) -> bool:
    """A draft only: what was decided stays as it was."""
    is_draft = assessment.state == PrivacyAssessment.State.DRAFT
    return is_draft and (assessment.owner_id == user.pk or can_govern(user))


def can_decide_assessment(user: User, assessment: PrivacyAssessment) -> bool:
    """Somebody who governs, and never the one who made it."""
    is_draft = assessment.state == PrivacyAssessment.State.DRAFT
    return is_draft and can_govern(user) and assessment.owner_id != user.pk


def in_crisis_team(user: User) -> bool:
    return Team.objects.filter(pk__in=user.team_ids, kind=Team.Kind.CRISIS).exists()


def incidents_seen_by(user: User) -> QuerySet[Incident]:
    """One's own reports and what one follows up; threats for the crisis team; all who govern."""
    if can_govern(user):
        return Incident.objects.all()
    theirs = Q(reported_by=user) | Q(owner=user)
    theirs |= Q(pk__in=Incident.objects.filter(steps__owner=user).values("pk"))
    if in_crisis_team(user):
        theirs |= Q(kind=Incident.Kind.THREAT)
    return Incident.objects.filter(theirs)


def can_follow_up(user: User, incident: Incident) -> bool:
    """The one who follows it up and those who govern; for a threat the crisis team as well."""
    if can_govern(user) or incident.owner_id == user.pk:
        return True
    return incident.kind == Incident.Kind.THREAT and in_crisis_team(user)


def can_export_incidents(user: User) -> bool:
    return can_govern(user)
