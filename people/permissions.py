"""Who may do what with people, their absence and the staff file."""

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


def sees_whole_college(user: User) -> bool:
    """The board sees every unit by name; a manager the own unit and those below it."""
    return user.has_role(Role.BOARD, Role.ADMINISTRATOR)


def units_seen_by(user: User) -> frozenset[int] | None:
    """The ids of the units of which this person sees who is who; None for all of them."""
    if sees_whole_college(user):
        return None
    return user.units_below if user.has_role(Role.MANAGER) else frozenset()


def can_see_staff(user: User) -> bool:
    return user.has_role(Role.MANAGER, Role.BOARD, Role.ADMINISTRATOR)


def can_manage_staff(user: User) -> bool:
    """Administrators import and change accounts, by file or by the API."""
    return user.has_role(Role.ADMINISTRATOR)
