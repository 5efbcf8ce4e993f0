"""Who may decide on a request, and who sees which names."""

from __future__ import annotations

from django.db.models import QuerySet

from governance.permissions import units_seen_by
from people.models import Role, User
from training.models import Enrolment


def decided_by(user: User) -> QuerySet[Enrolment]:
    """Enrolments of people of one's own unit and below; of everybody for an administrator."""
    others = Enrolment.objects.exclude(user=user)
    if user.has_role(Role.ADMINISTRATOR):
        return others
    if not user.has_role(Role.MANAGER):
        return others.none()
    units = units_seen_by(user)
    return others if units is None else others.filter(user__unit__in=units)


def requests_for(user: User) -> QuerySet[Enrolment]:
    """What waits for the word of this person."""
    return decided_by(user).filter(state=Enrolment.State.REQUESTED)


def can_decide(user: User, enrolment: Enrolment) -> bool:
    """A manager of the unit or above; never the person who asks."""
    return decided_by(user).filter(pk=enrolment.pk).exists()
