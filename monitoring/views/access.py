"""What every view of monitoring asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from people.models import User


def allowed(request: HttpRequest, may: Callable[[User], bool]) -> User:
    """The signed-in person, who `may`. Raises PermissionDenied."""
    user = cast(User, request.user)
    if not may(user):
        raise PermissionDenied
    return user
