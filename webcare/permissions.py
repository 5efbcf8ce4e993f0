"""Who may see a ticket, work on it, and let an answer go out."""

from __future__ import annotations

from people.models import Role, User
from people.permissions import works_in_queue
from webcare.models import Reply, Ticket
from webcare.models.ticket import PRESS_TEAM

OVERSEERS = (Role.MANAGER, Role.ADMINISTRATOR)


def can_use_webcare(user: User) -> bool:
    """Whether there is an inbox for this person at all."""
    roles = (*OVERSEERS, Role.AGENT, Role.SPOKESPERSON)
    return user.has_role(*roles) or works_in_queue(user)


def can_see_ticket(user: User, ticket: Ticket) -> bool:
    """The same question as `Ticket.objects.visible_to(user)`, for one row."""
    return _is_at_home(user, ticket) or user.has_role(*OVERSEERS)


def can_work_on(user: User, ticket: Ticket) -> bool:
    """Members of the team and their substitutes, the spokesperson for the press, and managers."""
    return _is_at_home(user, ticket) or user.has_role(Role.MANAGER)


def can_train_router(user: User) -> bool:
    """Who answers for the judgement of the router."""
    return user.has_role(*OVERSEERS)


def can_approve(user: User, reply: Reply) -> bool:
    """Never the author; who leads the team, the spokesperson, or a manager."""
    if user.pk == reply.author_id:
        return False
    leads = reply.ticket.team.leader_id == user.pk
    return leads or user.has_role(Role.SPOKESPERSON, Role.MANAGER)


def can_withdraw(user: User, reply: Reply) -> bool:
    """The author, and whoever may answer for the team."""
    return user.pk == reply.author_id or can_approve(user, reply)


def _is_at_home(user: User, ticket: Ticket) -> bool:
    if ticket.team_id in user.team_ids or ticket.team.leader_id == user.pk:
        return True
    is_press = ticket.team.code == PRESS_TEAM
    is_public_matter = is_press or ticket.is_threat or ticket.needs_approval
    return is_public_matter and user.has_role(Role.SPOKESPERSON)
