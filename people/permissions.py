"""Who may do what with people and their absence."""

from __future__ import annotations

from django.db.models import Q

from people.models import Absence, Role, Team, User


def works_in_queue(user: User) -> bool:
    """Whether a team of this person answers people; the think tank, for one, does not."""
    theirs = Q(pk__in=user.team_ids) | Q(leader=user)
    return Team.objects.with_queue().filter(theirs).exists()


def can_manage_absences(user: User) -> bool:
    """Managers arrange absence and substitutes for everybody; others for themselves."""
    return user.has_role(Role.MANAGER, Role.ADMINISTRATOR)


def can_change_absence(user: User, absence: Absence) -> bool:
    return absence.user_id == user.pk or can_manage_absences(user)
