"""What the pages of a round share: who may come in, and which round it is."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.models import Round
from governance.permissions import rounds as permissions
from people.models import User


def holder(request: HttpRequest) -> User:
    """The person, when they may hold rounds."""
    user = cast(User, request.user)
    if not permissions.can_hold_rounds(user):
        raise PermissionDenied
    return user


def held_round(request: HttpRequest, pk: int) -> tuple[Round, User]:
    user = holder(request)
    return get_object_or_404(Round, pk=pk), user
