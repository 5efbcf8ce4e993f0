"""Who may do what with teams, their hours and what social media cost."""

from __future__ import annotations

from datetime import date, timedelta

from governance.models import HoursSpent
from governance.permissions import can_govern
from people.models import Team, User

CHANGED_WITHIN = timedelta(days=60)


def can_manage_teams(user: User) -> bool:
    return can_govern(user)


def can_see_costs(user: User) -> bool:
    return can_govern(user)


def can_promise(user: User, team: Team) -> bool:
    """A promise comes from above: nobody promises themselves the hours."""
    return can_govern(user) and team.leader_id != user.pk


def works_in(user: User, team: Team) -> bool:
    return team.pk in user.team_ids or team.leader_id == user.pk


def can_see_hours(user: User, team: Team) -> bool:
    """Totals are for the team itself and for whoever grants the hours."""
    return works_in(user, team) or can_govern(user)


def can_see_whose_hours(user: User, team: Team) -> bool:
    """What each person spent is for the leader and those who govern, not for colleagues."""
    return team.leader_id == user.pk or can_govern(user)


def can_change_hours(user: User, entry: HoursSpent, day: date) -> bool:
    """One's own, for some weeks: after that they have been reported."""
    return entry.user_id == user.pk and entry.on_date >= day - CHANGED_WITHIN
