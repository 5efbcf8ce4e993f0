"""Who sees, writes and decides on goals, indicators and the core strategy."""

from __future__ import annotations

from django.db.models import Q

from governance.models import Goal
from governance.models.goal import GoalQuerySet
from governance.permissions import can_govern
from people.models import User

PUBLISHED = frozenset({Goal.State.APPROVED, Goal.State.REACHED, Goal.State.DROPPED})


def can_write_goals(user: User) -> bool:
    return can_govern(user)


def visible_to(user: User) -> GoalQuerySet:
    """What was decided is for everybody; what is in the making for those who work on it."""
    if can_govern(user):
        return Goal.objects.all()
    theirs = Q(owner=user) | Q(approver=user) | Q(author=user)
    return Goal.objects.filter(Q(state__in=PUBLISHED) | theirs)


def can_read(user: User, goal: Goal) -> bool:
    return (
        goal.state in PUBLISHED
        or can_govern(user)
        or user.pk in {goal.owner_id, goal.approver_id, goal.author_id}
    )


def can_edit(user: User, goal: Goal) -> bool:
    """The goal itself and its indicators, as long as it is a draft."""
    return can_govern(user) and goal.is_editable


def can_fill_in(user: User, goal: Goal) -> bool:
    """Whoever governs, and the owner of the goal, whatever their role."""
    return can_govern(user) or user.pk == goal.owner_id


def can_decide(user: User, goal: Goal) -> bool:
    """Only the person who was asked, and never on their own work."""
    return (
        goal.state == Goal.State.SUBMITTED
        and user.pk == goal.approver_id
        and user.pk != goal.author_id
    )
