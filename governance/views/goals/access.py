"""Who comes in: the person behind a request, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from governance.models import Goal, Indicator
from governance.permissions import goals as permissions
from people.models import User

Allows = Callable[[User, Goal], bool]


def writer(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_write_goals(user):
        raise PermissionDenied
    return user


def goal_for(request: HttpRequest, pk: int, allows: Allows) -> tuple[User, Goal]:
    """The goal, for somebody whom `allows` lets in; who may not even see it gets 404."""
    user = cast(User, request.user)
    goals = Goal.objects.select_related("owner", "author", "approver", "vision", "strategy")
    goal = get_object_or_404(goals, pk=pk)
    _check(user, goal, allows)
    return user, goal


def indicator_for(request: HttpRequest, pk: int, allows: Allows) -> tuple[User, Indicator]:
    user = cast(User, request.user)
    indicator = get_object_or_404(Indicator.objects.select_related("goal"), pk=pk)
    _check(user, indicator.goal, allows)
    return user, indicator


def _check(user: User, goal: Goal, allows: Allows) -> None:
    if not permissions.can_read(user, goal):
        raise Http404
    if not allows(user, goal):
        raise PermissionDenied


def tell_meanwhile(request: HttpRequest) -> None:
    messages.warning(
        request, _("Somebody else changed this goal in the meantime. Look and try again.")
    )


def edition_seen(request: HttpRequest, goal: Goal) -> int:
    """The edition of the goal that the page showed."""
    seen = request.POST.get("edition", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else goal.edition
